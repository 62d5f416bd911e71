// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import live.tributary.node.inbox.Domains;

/**
 * The looks that are under way. Each kind has room of its own, so nobody who points at much keeps the others from being looked
 * at; and no domain is asked more than a few things at once, whoever pointed there. Any thread.
 */
final class UnderWay {

    /** Looks at one domain at once. */
    static final int MOST_PER_DOMAIN = 4;

    private final Map<Kind, Integer> ofKinds = new EnumMap<>(Kind.class);
    private final Map<String, Integer> ofDomains = new HashMap<>();

    /** What is looked at. */
    enum Kind {
        HINT(6),
        STREAM(6),
        FOLLOWEE(4);

        private final int most;

        Kind(int most) {
            this.most = most;
        }
    }

    /** How many more of a kind may begin. */
    synchronized int room(Kind kind) {
        return kind.most - ofKinds.getOrDefault(kind, 0);
    }

    /** Domains that are asked just now: they have another share when all of this one is over. */
    synchronized Set<String> busy() {
        return Set.copyOf(ofDomains.keySet());
    }

    synchronized void begin(Kind kind, Due due) {
        ofKinds.merge(kind, 1, Integer::sum);
        ofDomains.merge(domain(due), 1, Integer::sum);
    }

    synchronized void end(Kind kind, Due due) {
        ofKinds.merge(kind, -1, Integer::sum);
        ofDomains.computeIfPresent(domain(due), (_, left) -> left == 1 ? null : left - 1);
    }

    private static String domain(Due due) {
        return Domains.of(FolloweeStore.host(due.address()));
    }
}
