// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The last fifteen minutes in steps of five seconds, oldest first; shorter where the broadcast is younger. A step without
 * an encoder is zero everywhere.
 *
 * @param until end of the last step
 * @param lostFrames missed, late or left out in the whole step
 * @param loudness in units above silence, which is where the scale of EBU R 128 ends (−70 LUFS)
 */
public record History(
        Instant until,
        List<Integer> kilobitsPerSecond,
        List<Integer> lostFrames,
        List<Integer> framesPerSecond,
        List<Integer> keyFrameMillis,
        List<Integer> roundTripMillis,
        List<Integer> soundApartMillis,
        List<Integer> loudness) {

    public static final int STEP_SECONDS = 5;

    private static final double BITS_PER_KILOBIT = 1_000;

    static History of(SampleRing ring, Instant until) {
        var samples = ring.last(SampleRing.SECONDS);
        return new History(
                until,
                means(samples, sample -> sample.bitsPerSecond() / BITS_PER_KILOBIT),
                sums(samples),
                means(samples, Sample::framesPerSecond),
                means(samples, sample -> sample.keyFrames().newest()),
                means(samples, Sample::roundTripMillis),
                means(samples, sample -> Math.abs(sample.soundAheadMillis())),
                means(samples, sample -> sample.loudness().aboveSilence()));
    }

    private static List<Integer> means(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        return steps(
                samples, step -> step.stream().mapToDouble(figure).average().orElse(0));
    }

    private static List<Integer> sums(List<Sample> samples) {
        return steps(
                samples,
                step -> step.stream()
                        .mapToDouble(sample -> sample.missed() + sample.lost())
                        .sum());
    }

    /** The newest step is whole, so that the end of the line does not jump from second to second. */
    private static List<Integer> steps(List<Sample> samples, ToDoubleFunction<List<Sample>> figure) {
        var found = new ArrayList<Integer>();
        for (int from = samples.size() % STEP_SECONDS; from < samples.size(); from += STEP_SECONDS) {
            found.add((int) Math.round(figure.applyAsDouble(samples.subList(from, from + STEP_SECONDS))));
        }
        return List.copyOf(found);
    }
}
