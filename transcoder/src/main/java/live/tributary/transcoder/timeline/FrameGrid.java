// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.timeline;

import java.util.Optional;

import live.tributary.transcoder.media.FrameRate;
import live.tributary.transcoder.media.Ticks;

/**
 * Times at a constant rate: frame {@code k} lies at origin + k × period. RTMP rounds times to milliseconds; the grid
 * takes the rounding out again.
 *
 * @param originNanos of frame 0
 */
record FrameGrid(FrameRate rate, long originNanos) {

    /** How far a time may lie beside its place: rounding at both ends, and a little. */
    static final long TOLERANCE_NANOS = 1_500_000;

    private static final long ROUNDING_NANOS = 1_000_000;

    /** Steps that must fit before a grid is believed. */
    static final int STEPS = 20;

    private static final FrameRate[] COMMON = {
        new FrameRate(30, 1),
        new FrameRate(60, 1),
        new FrameRate(30_000, 1001),
        new FrameRate(60_000, 1001),
        new FrameRate(25, 1),
        new FrameRate(50, 1),
        new FrameRate(24, 1),
        new FrameRate(24_000, 1001),
        new FrameRate(48, 1),
        new FrameRate(120, 1),
        new FrameRate(120_000, 1001),
        new FrameRate(100, 1),
        new FrameRate(20, 1),
        new FrameRate(15, 1),
        new FrameRate(25, 2),
        new FrameRate(12, 1),
        new FrameRate(10, 1)
    };

    private static final double NANOS = 1e9;

    /**
     * The grid that such times lie on, if there is one.
     *
     * @param nanos at least {@link #STEPS} + 1 times, rising
     * @param announced taken unless another fits clearly better; 30 and 29.97 lie too close to tell by few times alone
     */
    static Optional<FrameGrid> fit(long[] nanos, FrameRate announced) {
        if (nanos.length <= STEPS) {
            return Optional.empty();
        }
        Residuals best = residuals(nanos, COMMON[0]);
        for (var rate : COMMON) {
            var tried = residuals(nanos, rate);
            best = tried.spread() < best.spread() ? tried : best;
        }
        if (announced.known()) {
            var asAnnounced = residuals(nanos, announced);
            best = asAnnounced.spread() <= best.spread() + ROUNDING_NANOS ? asAnnounced : best;
        }
        return best.fits() ? Optional.of(best.grid(nanos[0])) : Optional.empty();
    }

    /** How times lie beside a grid whose frame 0 is the first of them. */
    private record Residuals(FrameRate rate, double lowest, double highest) {
        double spread() {
            return highest - lowest;
        }

        boolean fits() {
            return spread() <= 2.0 * TOLERANCE_NANOS;
        }

        FrameGrid grid(long first) {
            return new FrameGrid(rate, first + Math.round((lowest + highest) / 2));
        }
    }

    private static Residuals residuals(long[] nanos, FrameRate rate) {
        double period = NANOS / rate.perSecond();
        double lowest = 0;
        double highest = 0;
        for (int k = 1; k < nanos.length; k++) {
            double residual = nanos[k] - nanos[0] - k * period;
            lowest = Math.min(lowest, residual);
            highest = Math.max(highest, residual);
        }
        return new Residuals(rate, lowest, highest);
    }

    double periodNanos() {
        return NANOS / rate.perSecond();
    }

    /** The place nearest to a time. */
    long nearest(long nanos) {
        return Math.round((nanos - originNanos) / periodNanos());
    }

    /** How far a time lies behind that place. */
    long residual(long nanos, long place) {
        return nanos - originNanos - Math.round(place * periodNanos());
    }

    long ticks(long place) {
        return Ticks.ofNanos(originNanos, Ticks.VIDEO_RATE).count() + rate.ticksOf(place, Ticks.VIDEO_RATE);
    }
}
