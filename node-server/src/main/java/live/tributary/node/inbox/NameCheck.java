// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.federation.http.Budget;
import live.tributary.federation.webfinger.LookUp;
import live.tributary.federation.webfinger.WebFingerClient;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.lookout.Lookout;

/**
 * Looks up, beside all else, whether those who are met elsewhere are called what they say: a handle counts only if WebFinger at
 * their host gives it to their address. Until then they are shown by that address.
 */
final class NameCheck extends Lookout {

    private static final Logger log = LoggerFactory.getLogger(NameCheck.class);

    static final int MOST_AT_ONCE = 8;

    static final int MOST_OF_ONE_DOMAIN = 2;

    /** Longer than any look-up takes: six fetches of ten seconds. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    /** When it is tried again where nobody answers; after the last of these it is given up. */
    static final List<Duration> TRIES =
            List.of(Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(24));

    private final NameStore names;
    private final WebFingerClient webFinger;
    private final DomainPolicies policies;
    private final InstantSource clock;
    private final Map<String, Integer> underWay = new ConcurrentHashMap<>();

    NameCheck(NameStore names, WebFingerClient webFinger, DomainPolicies policies, InstantSource clock) {
        super("names");
        this.names = names;
        this.webFinger = webFinger;
        this.policies = policies;
        this.clock = clock;
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
        begin(() -> {
            try {
                check(claimed);
            } catch (RuntimeException trouble) {
                log.warn("the name of {} is looked up later", claimed.id(), trouble);
            } finally {
                // Nobody is woken: so one domain has us ask no more than twice in two seconds.
                underWay.computeIfPresent(claimed.domain(), (_, left) -> left == 1 ? null : left - 1);
            }
        });
    }

    private void check(NameStore.Claimed claimed) {
        if (policies.standing(claimed.id().getHost()).suspended()) {
            names.unanswered(claimed, null, clock.instant());
            return;
        }
        switch (webFinger.confirm(claimed.id(), claimed.handle(), Budget.ofOneWish())) {
            case LookUp.Found(var handle, var _, var _) -> names.checked(claimed, handle.toString(), clock.instant());
            case LookUp.Nobody _, LookUp.Contradiction _ -> names.checked(claimed, "", clock.instant());
            case LookUp.NoAnswer _ -> later(claimed);
        }
    }

    private void later(NameStore.Claimed claimed) {
        var now = clock.instant();
        var again = claimed.tries() > TRIES.size() ? null : now.plus(TRIES.get(claimed.tries() - 1));
        names.unanswered(claimed, again, now);
    }
}
