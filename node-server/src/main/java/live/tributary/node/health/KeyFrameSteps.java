// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.util.ArrayDeque;
import java.util.Deque;

/** The distances of the last key frames: of the last half minute, and always the newest one. */
final class KeyFrameSteps {

    private static final int MOST = 64;
    private static final long SPAN_MILLIS = 30_000;

    private final Deque<Long> keyFrames = new ArrayDeque<>();
    private KeyFrameSpan closed = KeyFrameSpan.NONE;

    void keyFrame(long decodeMillis) {
        keyFrames.addLast(decodeMillis);
        while (keyFrames.size() > MOST || (keyFrames.size() > 2 && decodeMillis - keyFrames.getFirst() > SPAN_MILLIS)) {
            keyFrames.removeFirst();
        }
        closed = measure();
    }

    /** Timestamps jumped: the distance over the jump is none. */
    void restart() {
        keyFrames.clear();
    }

    /** As of the frame with this time: one that never sends a second key frame is found out too. */
    KeyFrameSpan span(long decodeMillis) {
        var last = keyFrames.peekLast();
        int open = last == null ? 0 : (int) (decodeMillis - last);
        return open <= closed.newest() || open <= Threshold.KEY_FRAME_MILLIS.look()
                ? closed
                : new KeyFrameSpan(
                        open,
                        closed.shortest() == 0 ? open : closed.shortest(),
                        Math.max(closed.average(), open),
                        Math.max(closed.longest(), open));
    }

    private KeyFrameSpan measure() {
        if (keyFrames.size() < 2) {
            return closed;
        }
        int shortest = Integer.MAX_VALUE;
        int longest = 0;
        int newest = 0;
        long before = keyFrames.getFirst();
        for (long at : keyFrames.stream().skip(1).toList()) {
            newest = (int) (at - before);
            shortest = Math.min(shortest, newest);
            longest = Math.max(longest, newest);
            before = at;
        }
        int average = (int) ((keyFrames.getLast() - keyFrames.getFirst()) / (keyFrames.size() - 1));
        return new KeyFrameSpan(newest, shortest, average, longest);
    }
}
