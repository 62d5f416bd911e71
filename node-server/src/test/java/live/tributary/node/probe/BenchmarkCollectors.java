// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.bench.Pinning;
import live.tributary.fixtures.bench.ResultFile;
import live.tributary.fixtures.bench.Window;
import live.tributary.fixtures.load.GeneratorProcess;
import live.tributary.fixtures.load.LoadOrder;

/** Which garbage collector suits a node: the same streams and one viewer under each. */
@Tag("benchmark")
final class BenchmarkCollectors {

    private static final int STREAMS = Integer.getInteger("bench.many", 60);
    private static final Pattern STOPPED = Pattern.compile("Total: +(\\d+) ns");
    private static final long LONG_PAUSE_NANOS = 20_000_000;
    private static final double NANOS_PER_MILLI = 1e6;

    @TempDir
    private Path folder;

    private final BenchTimes times = BenchTimes.fromCommandLine();
    private final ResultFile result = new ResultFile("collectors");

    @Test
    void comparesCollectors() throws Exception {
        var clip = BenchClip.record(folder);
        result.line("| collector, %d streams | CPU-ms per stream-second | part listed p50 | p95 | p99 | longest"
                        .formatted(STREAMS)
                + " | longest stop | stops > 20 ms | memory |");
        result.line("|---|---|---|---|---|---|---|---|---|");
        for (String collector : List.of("Parallel", "Serial", "G1", "Z")) {
            measure(collector, clip);
        }
    }

    private void measure(String collector, BenchClip clip) throws Exception {
        Path log = folder.resolve(collector + ".log");
        // The launcher's own choice is taken back first: two collectors are refused.
        var options = List.of(
                "-XX:-UseParallelGC",
                "-XX:-UseG1GC",
                "-XX:-UseSerialGC",
                "-XX:+Use%sGC".formatted(collector),
                "-Xlog:safepoint:file=" + log);
        try (var node = BenchNode.start(Pinning.APART, STREAMS, folder, options);
                var generator = GeneratorProcess.start(Pinning.APART.generator())) {
            generator.begin(clip.publishTo(node.addresses(STREAMS)));
            generator.awaitConnections(STREAMS);
            generator.begin(new LoadOrder.Watch(1, node.playlists(1).getFirst()));
            Window.pass(times.warmUp());
            long stopsBefore = stops(log).size();
            var window = Window.of(node.cpu(), generator, times.window().multipliedBy(4));
            report(collector, window, stops(log).stream().skip(stopsBefore).toList(), node);
        }
    }

    private static List<Long> stops(Path log) throws IOException {
        return STOPPED.matcher(Files.readString(log))
                .results()
                .map(stop -> Long.valueOf(stop.group(1)))
                .toList();
    }

    private void report(String collector, Window window, List<Long> stops, BenchNode node) throws IOException {
        var load = window.load();
        result.line("| %s | %.2f | %.1f ms | %.1f ms | %.1f ms | %.1f ms | %.1f ms | %d | %d MB |"
                .formatted(
                        collector,
                        window.msPerStreamSecond(STREAMS),
                        load.p50() / 10.0,
                        load.p95() / 10.0,
                        load.p99() / 10.0,
                        load.longest() / 10.0,
                        stops.stream().mapToLong(Long::longValue).max().orElse(0) / NANOS_PER_MILLI,
                        stops.stream().filter(nanos -> nanos > LONG_PAUSE_NANOS).count(),
                        node.node().residentKilobytes() / 1_024));
    }
}
