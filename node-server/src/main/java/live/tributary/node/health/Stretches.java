// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Seconds with the same cause, joined. Keeps the last {@value #MOST}. Guarded by its owner. */
final class Stretches {

    private static final int MOST = 100;
    private static final Duration JOINED_ACROSS = Duration.ofSeconds(10);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final List<Stretch> stretches = new ArrayList<>();

    /** @param at end of the second
     *  @param already how long it had been so before anybody could tell */
    void add(Cause cause, Instant at, Duration already) {
        for (int i = stretches.size() - 1; i >= 0; i--) {
            var earlier = stretches.get(i);
            if (Duration.between(earlier.to(), at).compareTo(JOINED_ACROSS.plus(already)) > 0) {
                break;
            }
            if (earlier.cause() == cause) {
                stretches.set(i, new Stretch(cause, earlier.from(), at));
                return;
            }
        }
        stretches.add(new Stretch(cause, at.minus(SECOND).minus(already), at));
        if (stretches.size() > MOST) {
            stretches.removeFirst();
        }
    }

    /** In the order of their beginnings. */
    List<Stretch> all() {
        return List.copyOf(stretches);
    }

    List<Stretch> since(Instant moment) {
        return stretches.stream()
                .filter(stretch -> stretch.to().isAfter(moment))
                .toList();
    }
}
