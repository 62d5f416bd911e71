// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.time.Duration;
import java.util.function.LongSupplier;

import live.tributary.node.kernel.TokenBuckets;

/**
 * How much of what others say is passed on to a team's followers: each time a stranger speaks, many servers hear of it. Any
 * thread.
 */
final class PassingOn {

    /** So many at once, and so many more in each hour: never more than twenty within one. */
    static final int MOST_OF_AUTHOR = 10;

    /** Of all authors of a domain, likewise: whoever owns it owns any number of authors. */
    static final int MOST_OF_DOMAIN = 300;

    private final TokenBuckets ofAuthors;
    private final TokenBuckets ofDomains;

    PassingOn(LongSupplier nanoTime) {
        ofAuthors = perHour(MOST_OF_AUTHOR, nanoTime);
        ofDomains = perHour(MOST_OF_DOMAIN, nanoTime);
    }

    /** Whether there is room for one more, which does not count yet. */
    boolean hasRoom(URI author) {
        return ofAuthors.has(author.toString()) && ofDomains.has(domain(author));
    }

    /** Whether there is room for one more; it counts then. */
    boolean tryTake(URI author) {
        return ofAuthors.has(author.toString())
                && ofDomains.tryTake(domain(author))
                && ofAuthors.tryTake(author.toString());
    }

    private static String domain(URI author) {
        return Domains.of(KnownActors.host(author));
    }

    private static TokenBuckets perHour(int most, LongSupplier nanoTime) {
        return new TokenBuckets(most, most, Duration.ofHours(1), nanoTime);
    }
}
