// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * Tells the time of day of media time, as {@code EXT-X-PROGRAM-DATE-TIME} wants it: when the frame arrived, without the
 * network's jitter. Dates move with media time and follow the fastest arrivals of the last half minute slowly; they
 * jump only where players are told of a discontinuity.
 */
public final class ProgramClock {

    private static final int SECONDS_KEPT = 30;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long MOST_PER_SEGMENT = Duration.ofMillis(20).toNanos();
    private static final long NOTHING = Long.MAX_VALUE;

    private final long[] fastest = new long[SECONDS_KEPT];
    private long second = Long.MIN_VALUE;
    private long anchor = NOTHING;

    public ProgramClock() {
        Arrays.fill(fastest, NOTHING);
    }

    /** A frame of that broadcast time arrived. */
    public void observe(long nanos, Instant arrival) {
        long now = Math.floorDiv(nanos, NANOS_PER_SECOND);
        if (now > second) {
            long from = Math.max(second + 1, now - SECONDS_KEPT + 1);
            for (long passed = from; passed <= now; passed++) {
                fastest[slot(passed)] = NOTHING;
            }
            second = now;
        }
        fastest[slot(now)] = Math.min(fastest[slot(now)], toNanos(arrival) - nanos);
    }

    /** Forgets all that was observed: what comes next belongs to another clock. */
    public void reset() {
        Arrays.fill(fastest, NOTHING);
        second = Long.MIN_VALUE;
        anchor = NOTHING;
    }

    /** The date of the segment that begins at that broadcast time. Ask once a segment. */
    public Instant dateOf(long nanos) {
        long target = Arrays.stream(fastest).min().orElse(NOTHING);
        if (anchor == NOTHING) {
            anchor = target == NOTHING ? 0 : target;
        } else if (target != NOTHING) {
            anchor += Math.clamp(target - anchor, -MOST_PER_SEGMENT, MOST_PER_SEGMENT);
        }
        return Instant.EPOCH.plusNanos(nanos + anchor);
    }

    private static int slot(long second) {
        return (int) Math.floorMod(second, (long) SECONDS_KEPT);
    }

    private static long toNanos(Instant arrival) {
        return arrival.getEpochSecond() * NANOS_PER_SECOND + arrival.getNano();
    }
}
