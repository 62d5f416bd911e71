// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.timeline;

/** The last few times of a track, oldest first. */
final class RecentTimes {

    private final long[] times;
    private int count;
    private int next;

    RecentTimes(int capacity) {
        times = new long[capacity];
    }

    void add(long nanos) {
        times[next] = nanos;
        next = (next + 1) % times.length;
        count = Math.min(count + 1, times.length);
    }

    /** The newest {@code most} of them, or all. */
    long[] newest(int most) {
        int length = Math.min(most, count);
        var ordered = new long[length];
        for (int i = 0; i < length; i++) {
            ordered[i] = times[(next - length + i + times.length) % times.length];
        }
        return ordered;
    }
}
