// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;

import live.tributary.transcoder.media.GroupsOfPictures;

/**
 * The last seconds and minutes as the numbers that are judged.
 *
 * @param age seconds since the encoder connected, or since the ring began
 * @param silentSeconds since the last byte
 * @param megabits a second, over ten seconds
 * @param setMegabits what the encoder announced, or else what it sent at most times; 0 when neither is known
 * @param announced whether it announced that
 * @param nearness what came over half a minute, as a share of what was set; 1 when that is not known
 * @param dipped whether five seconds in a row of the last minute brought less than half of what was set
 * @param low whether a whole minute brought less than the least share
 * @param framesPerSecond over ten seconds
 * @param missed frames in the last minute
 * @param missedPercent of the frames that were to come
 * @param late frames in the last minute
 * @param leftOut frames in the last minute
 * @param lostPercent of the frames that came
 * @param keyFrames as measured last
 * @param roundTripMillis median of ten seconds, 0 if not measured
 * @param jitterMillis median of ten seconds
 * @param sound whether any came in the last ten seconds
 * @param soundAheadMillis below zero where sound comes after its picture
 * @param groups of pictures, by the last key frames
 */
record Figures(
        int age,
        int silentSeconds,
        double megabits,
        double setMegabits,
        boolean announced,
        double nearness,
        boolean dipped,
        boolean low,
        double framesPerSecond,
        int missed,
        double missedPercent,
        int late,
        int leftOut,
        double lostPercent,
        KeyFrameSpan keyFrames,
        double roundTripMillis,
        double jitterMillis,
        boolean sound,
        int soundAheadMillis,
        GroupsOfPictures groups,
        Hearing hearing) {

    private static final double BITS_PER_MEGABIT = 1e6;
    private static final int NOW = 10;
    private static final int HALF_MINUTE = 30;
    private static final int MINUTE = 60;
    private static final int DIP = 5;
    private static final int USUAL = 300;
    private static final double PERCENT = 100;

    /** @param age seconds that the encoder has been there; what was before is not judged */
    static Figures of(SampleRing ring, int age, Announced announced) {
        var minute = ring.last(Math.min(age, MINUTE));
        var now = ring.last(Math.min(age, NOW));
        var halfMinute = ring.last(Math.min(age, HALF_MINUTE));
        double set = announced.bitsPerSecond() > 0
                ? announced.bitsPerSecond()
                : median(ring.last(Math.min(age, USUAL)), Sample::bitsPerSecond);
        int frames = sum(minute, Sample::frames);
        int missed = sum(minute, Sample::missed);
        int lost = sum(minute, Sample::lost);
        var last = now.isEmpty() ? Sample.away(Instant.EPOCH) : now.getLast();
        return new Figures(
                age,
                last.silentSeconds(),
                mean(now, Sample::bitsPerSecond) / BITS_PER_MEGABIT,
                set / BITS_PER_MEGABIT,
                announced.bitsPerSecond() > 0,
                set == 0 ? 1 : mean(halfMinute, Sample::bitsPerSecond) / set,
                longestBelow(minute, set * Threshold.BITRATE_DIP) >= DIP,
                longestBelow(minute, set * Threshold.BITRATE_LOW) >= MINUTE,
                mean(now, Sample::framesPerSecond),
                missed,
                share(missed, frames + missed),
                sum(minute, Sample::late),
                sum(minute, Sample::leftOut),
                share(lost, frames),
                last.keyFrames(),
                median(now, Sample::roundTripMillis),
                median(now, Sample::jitterMillis),
                sum(now, Sample::audioUnits) > 0,
                last.soundAheadMillis(),
                last.groups(),
                Hearing.of(minute));
    }

    private static int sum(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        return (int) samples.stream().mapToDouble(figure).sum();
    }

    private static double mean(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        return samples.stream().mapToDouble(figure).average().orElse(0);
    }

    private static double median(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        var sorted = samples.stream().mapToDouble(figure).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : PERCENT * part / whole;
    }

    private static int longestBelow(List<Sample> samples, double bitsPerSecond) {
        int run = 0;
        int longest = 0;
        for (var sample : samples) {
            run = sample.bitsPerSecond() < bitsPerSecond ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
