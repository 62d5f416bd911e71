// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest sound, by reference: what a run begins with beside its pictures. Not for several threads at once. */
final class RecentSound {

    /** As long as the pictures that are kept. */
    private static final long MOST_MILLIS = 12_000;

    private static final int MOST_BYTES = 8 << 20;

    /** AAC begins a unit or two before its first sound: with so much more, none of the run is missing. */
    private static final long LEAD_MILLIS = 100;

    private final Deque<EncoderSound> units = new ArrayDeque<>();
    private int bytes;

    void add(EncoderSound unit) {
        units.addLast(unit);
        bytes += unit.data().length;
        while (bytes > MOST_BYTES || unit.millis() - units.getFirst().millis() > MOST_MILLIS) {
            bytes -= units.removeFirst().data().length;
        }
    }

    void clear() {
        units.clear();
        bytes = 0;
    }

    /** What a run needs that begins at that time, in the order it came; the newest unit at least. */
    List<EncoderSound> since(long millis) {
        var newest = units.peekLast();
        return units.stream()
                .filter(unit -> unit.equals(newest) || unit.millis() >= millis - LEAD_MILLIS)
                .toList();
    }
}
