// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

/**
 * What came over one connection up to now. Counts never fall.
 *
 * @param missedFrames that the encoder left out
 * @param lateFrames that came more than half a second after their time
 * @param jitterMillis as RFC 3550 estimates it
 * @param soundAheadMillis see {@link Interleave}; zero where one of the two is missing
 */
record Arrivals(
        long videoBytes,
        long audioBytes,
        long frames,
        long audioUnits,
        long missedFrames,
        long lateFrames,
        KeyFrameSpan keyFrames,
        double jitterMillis,
        int soundAheadMillis,
        Announced announced) {

    static final Arrivals NONE = new Arrivals(0, 0, 0, 0, 0, 0, KeyFrameSpan.NONE, 0, 0, Announced.NOTHING);
}
