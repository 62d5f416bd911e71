// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.timeline;

import java.time.Duration;
import java.util.OptionalLong;

import live.tributary.transcoder.media.Ticks;

/**
 * Sound counts samples, not timestamps: a device's clock drifts, and a hole of a few samples is heard. Only when count
 * and timestamps stay far apart is the count moved. Nothing is resampled.
 */
public final class AudioTimeline {

    private static final long IGNORED = Duration.ofMillis(50).toNanos();
    private static final long TOO_FAR = Duration.ofMillis(500).toNanos();
    private static final long PATIENCE = Duration.ofSeconds(2).toNanos();
    private static final long NOWHERE = Long.MIN_VALUE;

    private final int rate;
    private long next = NOWHERE;
    private long apartSince = NOWHERE;
    private long correction;
    private boolean dropping;
    private boolean torn;
    private long corrected;

    public AudioTimeline(int rate) {
        this.rate = rate;
    }

    /**
     * Gives an access unit its place.
     *
     * @param nanos broadcast time, as measured
     * @return its first sample; empty when it must be dropped, because the place is taken already
     */
    public OptionalLong place(long nanos, int samples) {
        if (next == NOWHERE) {
            next = Ticks.ofNanos(nanos, rate).count();
        }
        long error = nanos - new Ticks(next, rate).toNanos();
        if (dropping) {
            if (error < -new Ticks(samples, rate).toNanos() / 2) {
                return OptionalLong.empty();
            }
            dropping = false;
        }
        judge(nanos, error);
        if (dropping) {
            return OptionalLong.empty();
        }
        long place = next;
        next += samples;
        return OptionalLong.of(place);
    }

    private void judge(long nanos, long error) {
        if (Math.abs(error) < IGNORED) {
            apartSince = NOWHERE;
            correction = 0;
        } else if (Math.abs(error) > TOO_FAR) {
            torn = true;
            move(error);
        } else {
            apartSince = apartSince == NOWHERE ? nanos : apartSince;
            correction = nanos - apartSince >= PATIENCE ? error : 0;
        }
    }

    /** A segment begins: the place where a count that ran away may be moved back without being heard in its middle. */
    public void atSegmentEdge() {
        if (correction != 0) {
            corrected++;
            move(correction);
        }
    }

    private void move(long error) {
        apartSince = NOWHERE;
        correction = 0;
        if (error > 0) {
            next += Ticks.ofNanos(error, rate).count();
        } else {
            dropping = true;
        }
    }

    /** Whether, since the last question, sound and timestamps were torn apart so far that players must be told. */
    public boolean wasTorn() {
        boolean was = torn;
        torn = false;
        return was;
    }

    public long corrected() {
        return corrected;
    }
}
