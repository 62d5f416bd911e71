// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.time.Instant;
import java.util.List;

import live.tributary.transcoder.media.GroupsOfPictures;

/**
 * Everything that a page shows of a broadcast's health at one moment.
 *
 * @param setKilobits what the encoder announced; 0 if it did not
 * @param line the connection in numbers
 * @param groups whether groups of pictures can be shown alone
 * @param stretches those that touch the last fifteen minutes
 * @param log newest first
 */
public record HealthReport(
        Verdict verdict,
        List<TileReading> tiles,
        History history,
        int setKilobits,
        Line line,
        Sound sound,
        GroupsOfPictures groups,
        List<Stretch> stretches,
        List<Entry> log,
        Playbacks.Counts viewers) {

    /**
     * The connection in numbers, and how far behind the node is; zero for what is not measured.
     *
     * @param roundTripMillis as the tile shows it; likewise the jitter
     * @param roundTripVarianceMillis of the kernel
     * @param pingMillis RTMP ping: network and encoder together
     * @param retransmits of the node, in the last fifteen minutes
     * @param queuedMillis media that waited for the pipeline in the last second
     */
    public record Line(
            double roundTripMillis,
            double roundTripVarianceMillis,
            double pingMillis,
            double jitterMillis,
            int retransmits,
            int queuedMillis) {

        static Line of(Figures figures, SampleRing ring) {
            var last = ring.last(1);
            var second = last.isEmpty() ? Sample.away(Instant.EPOCH) : last.getFirst();
            return new Line(
                    figures.roundTripMillis(),
                    second.roundTripVarianceMillis(),
                    second.pingMillis(),
                    figures.jitterMillis(),
                    ring.last(SampleRing.SECONDS).stream()
                            .mapToInt(Sample::retransmits)
                            .sum(),
                    second.queuedMillis());
        }
    }

    /**
     * What was heard in the last second; zero where nobody listens.
     *
     * @param shortTermLufs of three seconds
     * @param truePeakDb in decibels of full scale
     * @param silentSeconds up to now
     */
    public record Sound(boolean measured, double shortTermLufs, double truePeakDb, int silentSeconds) {

        static Sound of(SampleRing ring) {
            var last = ring.last(1);
            var second =
                    last.isEmpty() ? Loudness.NOT_MEASURED : last.getFirst().loudness();
            return second.measured()
                    ? new Sound(true, second.shortTermLufs(), second.truePeakDb(), second.silentSeconds())
                    : new Sound(false, 0, 0, 0);
        }
    }
}
