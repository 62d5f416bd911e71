// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.time.Instant;
import java.util.List;

/**
 * Everything that a page shows of a broadcast's health at one moment.
 *
 * @param setKilobits what the encoder announced; 0 if it did not
 * @param line the connection in numbers
 * @param stretches those that touch the last fifteen minutes
 * @param log newest first
 */
public record HealthReport(
        Verdict verdict,
        List<TileReading> tiles,
        History history,
        int setKilobits,
        Line line,
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
}
