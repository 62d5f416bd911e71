// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

import live.tributary.federation.vocab.Activity;
import live.tributary.federation.vocab.Follow;
import live.tributary.node.kernel.TokenBuckets;

/**
 * How much one domain, and one actor who asks to follow, may send, and how much of it may wait. Asked after the signature: nobody
 * uses up another's share. Any thread that may block.
 */
final class Pace {

    /** What waits is worked off in minutes, unless it waits for a server that does not answer. */
    private static final Duration BUSY_FOR = Duration.ofMinutes(5);

    private final Backlog backlog;
    private final TokenBuckets ofDomains;
    private final TokenBuckets ofFollows;

    Pace(InboxProperties properties, InboxStore store, LongSupplier nanoTime) {
        this.backlog = new Backlog(store, nanoTime);
        ofDomains = new TokenBuckets(properties.burst(), properties.perMinute(), Duration.ofMinutes(1), nanoTime);
        ofFollows = new TokenBuckets(
                properties.followsPerHour(), properties.followsPerHour(), Duration.ofHours(1), nanoTime);
    }

    /** Empty where it is heard: not too often. */
    Optional<Answer> refusal(Activity activity, String host) {
        var domain = Domains.of(host);
        if (!ofDomains.tryTake(domain)) {
            return Optional.of(tooMany("%s sends too much at once".formatted(domain), ofDomains));
        }
        var actor = activity.envelope().actor();
        if (activity instanceof Follow && !ofFollows.tryTake(actor.toString())) {
            return Optional.of(tooMany("%s asks to follow too often".formatted(actor), ofFollows));
        }
        return Optional.empty();
    }

    /** Empty where there is room for what waits to be worked on. */
    Optional<Answer> fullness(String host) {
        var domain = Domains.of(host);
        if (backlog.isFullOf(domain)) {
            return Optional.of(tooFull("too much of %s waits to be worked on".formatted(domain)));
        }
        return backlog.isFull() ? Optional.of(tooFull("too much waits to be worked on")) : Optional.empty();
    }

    private static Answer tooFull(String because) {
        return new Answer.Refused(Answer.Why.BUSY, because, BUSY_FOR);
    }

    private static Answer tooMany(String because, TokenBuckets buckets) {
        return new Answer.Refused(Answer.Why.TOO_MANY, because, buckets.untilNext());
    }
}
