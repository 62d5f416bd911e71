// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.federation.http.Budget;
import live.tributary.federation.signature.Origin;
import live.tributary.federation.webfinger.LookUp;
import live.tributary.federation.webfinger.WebFingerClient;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.kernel.TokenBuckets;
import live.tributary.node.lookout.Lookout;

/**
 * Looks up, beside all else, whether those who are met elsewhere are called what they say: a handle counts only if WebFinger at
 * their host gives it to their address. Until then they are shown by that address.
 */
final class NameCheck extends Lookout {

    private static final Logger log = LoggerFactory.getLogger(NameCheck.class);

    static final int MOST_AT_ONCE = 8;

    static final int MOST_OF_ONE_DOMAIN = 2;

    /** Who is asked need not be whose name it is: an answer may send the question on to anywhere. */
    static final int MOST_ASKED_PER_MINUTE = 120;

    /** Longer than any look-up takes: six fetches of ten seconds. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    /** When it is tried again where nobody answers; after the last of these it is given up. */
    static final List<Duration> TRIES =
            List.of(Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(24));

    private static final Duration WHILE_SUSPENDED = Duration.ofDays(1);

    private final NameStore names;
    private final WebFingerClient webFinger;
    private final DomainPolicies policies;
    private final InstantSource clock;
    private final TokenBuckets pace;
    private final Map<String, Integer> underWay = new ConcurrentHashMap<>();

    NameCheck(
            NameStore names,
            WebFingerClient webFinger,
            DomainPolicies policies,
            InstantSource clock,
            LongSupplier nanoTime) {
        super("names");
        this.names = names;
        this.webFinger = webFinger;
        this.policies = policies;
        this.clock = clock;
        this.pace = new TokenBuckets(MOST_ASKED_PER_MINUTE, MOST_ASKED_PER_MINUTE, Duration.ofMinutes(1), nanoTime);
    }

    @Override
    protected void look() {
        int room = MOST_AT_ONCE
                - underWay.values().stream().mapToInt(Integer::intValue).sum();
        if (room > 0) {
            names.claim(clock.instant(), LEASE, underWay.keySet(), MOST_OF_ONE_DOMAIN, room)
                    .forEach(this::begin);
        }
    }

    private void begin(NameStore.Claimed claimed) {
        underWay.merge(claimed.domain(), 1, Integer::sum);
        try {
            begin(() -> lookUp(claimed));
        } catch (RejectedExecutionException stopped) {
            // Due again after the lease.
            end(claimed);
        }
    }

    private void lookUp(NameStore.Claimed claimed) {
        try {
            check(claimed);
        } catch (RuntimeException trouble) {
            log.warn("the name of {} is looked up later: {}", claimed.id(), trouble.toString());
        } finally {
            // Nobody is woken: so one domain has us ask no more than twice in two seconds.
            end(claimed);
        }
    }

    private void end(NameStore.Claimed claimed) {
        underWay.computeIfPresent(claimed.domain(), (_, left) -> left == 1 ? null : left - 1);
    }

    void check(NameStore.Claimed claimed) {
        if (policies.standing(claimed.id().getHost()).suspended()) {
            names.unanswered(claimed, clock.instant().plus(WHILE_SUSPENDED), clock.instant());
            return;
        }
        switch (webFinger.confirm(claimed.id(), claimed.handle(), Budget.ofOneName(this::mayAsk))) {
            case LookUp.Found(var handle, var _, var _) -> names.checked(claimed, handle.toString(), clock.instant());
            case LookUp.Contradiction _ -> names.checked(claimed, "", clock.instant());
            case LookUp.Nobody(var _, var certain)
            when certain || isLast(claimed) -> names.checked(claimed, "", clock.instant());
            // A proxy finds nobody while the server behind it is being mended.
            case LookUp.Nobody _, LookUp.NoAnswer _ -> later(claimed);
        }
    }

    private static boolean isLast(NameStore.Claimed claimed) {
        return claimed.tries() > TRIES.size();
    }

    /** Takes one request from what a domain may be asked. */
    boolean mayAsk(URI address) {
        return pace.tryTake(
                Domains.of(Origin.of(address).map(Origin::authority).orElse("").toLowerCase(Locale.ROOT)));
    }

    private void later(NameStore.Claimed claimed) {
        var now = clock.instant();
        var again = isLast(claimed) ? null : now.plus(TRIES.get(claimed.tries() - 1));
        names.unanswered(claimed, again, now);
    }
}
