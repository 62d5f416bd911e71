// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** What happened in one broadcast, the last {@value #MOST} turns. Guarded by its owner. */
final class EveningLog {

    private static final int MOST = 100;
    private static final int SHOWN = 30;

    private final Deque<Entry.Turned> turns = new ArrayDeque<>();

    void add(Instant at, Entry.Turn turn, String encoder) {
        turns.addLast(new Entry.Turned(at, turn, encoder));
        if (turns.size() > MOST) {
            turns.removeFirst();
        }
    }

    int count(Entry.Turn turn) {
        return (int) turns.stream().filter(entry -> entry.turn() == turn).count();
    }

    /** Newest first; a time without an encoder has its turns and needs no line of its own. */
    List<Entry> with(List<Stretch> stretches) {
        var troubles = stretches.reversed().stream()
                .filter(stretch -> stretch.cause() != Cause.AWAY)
                .map(Entry.Troubled::new);
        return Stream.<Entry>concat(turns.reversed().stream(), troubles)
                .sorted(Comparator.comparing(Entry::at).reversed())
                .limit(SHOWN)
                .toList();
    }
}
