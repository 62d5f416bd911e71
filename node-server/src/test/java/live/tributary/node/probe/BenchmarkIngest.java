// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.bench.Comparison;
import live.tributary.fixtures.bench.Nginx;
import live.tributary.fixtures.bench.Pinning;
import live.tributary.fixtures.bench.ProcessTreeCpu;
import live.tributary.fixtures.bench.ResultFile;
import live.tributary.fixtures.bench.Spread;
import live.tributary.fixtures.bench.Window;
import live.tributary.fixtures.load.GeneratorProcess;
import live.tributary.fixtures.process.Waiting;

/** What it costs to take streams in and package them, beside nginx-rtmp with HLS. */
@Tag("benchmark")
final class BenchmarkIngest {

    private static final int FEW = Integer.getInteger("bench.few", 10);
    private static final int MANY = Integer.getInteger("bench.many", 60);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private final BenchTimes times = BenchTimes.fromCommandLine();
    private final ResultFile result = new ResultFile("ingest");

    @Test
    void takesStreamsInAndPackagesThem() throws Exception {
        var clip = BenchClip.record(folder);
        result.line(
                "| streams of 720p30, packaged | node, CPU-ms per stream-second | nginx-rtmp + HLS | ratio | thrown away |");
        result.line("|---|---|---|---|---|");
        Comparison few = compare(Pinning.APART, FEW, clip, times);
        Comparison many = compare(Pinning.APART, MANY, clip, times);
        result.line(String.format(
                Locale.ROOT,
                "| each further one | %.2f | %.2f | %.2f | |",
                slope(few.ours(), many.ours()),
                slope(few.theirs(), many.theirs()),
                slope(few.ours(), many.ours()) / slope(few.theirs(), many.theirs())));
        compare(Pinning.NONE, MANY, clip, new BenchTimes(1, times.warmUp(), times.settling(), times.window()));
    }

    private static double slope(List<Double> few, List<Double> many) {
        return (Spread.of(many).median() * MANY - Spread.of(few).median() * FEW) / (MANY - FEW);
    }

    private Comparison compare(Pinning pinning, int streams, BenchClip clip, BenchTimes times) throws Exception {
        try (var node = BenchNode.start(pinning, streams, folder, List.of(), "tributary.studio.preview-interval=0s");
                var nginx = Nginx.start(pinning.server());
                var nginxCpu = ProcessTreeCpu.of(nginx.pid());
                var reader = new StreamReader()) {
            ours(node, reader, streams, clip, pinning, times.cold());
            Comparison comparison = Comparison.run(
                    times.blocks(),
                    () -> ours(node, reader, streams, clip, pinning, times),
                    () -> theirs(nginx, nginxCpu, streams, clip, pinning),
                    window -> window.msPerStreamSecond(streams));
            result.line(comparison.row(streams + (pinning == Pinning.APART ? "" : ", not pinned")));
            return comparison;
        }
    }

    private Window ours(
            BenchNode node, StreamReader reader, int streams, BenchClip clip, Pinning pinning, BenchTimes times)
            throws IOException {
        try (var generator = GeneratorProcess.start(pinning.generator())) {
            generator.begin(clip.publishTo(node.addresses(streams)));
            generator.awaitConnections(streams);
            var packaging = new NodePackaging(reader, node.playlists(streams), folder);
            return measure(packaging, node.cpu(), generator, times);
        }
    }

    private Window theirs(Nginx nginx, ProcessTreeCpu cpu, int streams, BenchClip clip, Pinning pinning)
            throws IOException {
        var addresses = IntStream.range(0, streams)
                .mapToObj(stream -> nginx.ingest(NginxPackaging.name(stream)).toString())
                .toList();
        try (var generator = GeneratorProcess.start(pinning.generator())) {
            generator.begin(clip.publishTo(Files.write(folder.resolve("addresses-nginx"), addresses)));
            generator.awaitConnections(streams);
            Waiting.until(
                    "segments",
                    PATIENCE,
                    () -> IntStream.range(0, streams)
                            .allMatch(stream ->
                                    nginx.segments(NginxPackaging.name(stream)).size() > 1));
            return measure(new NginxPackaging(nginx, streams), cpu, generator, times);
        }
    }

    private static Window measure(Packaging packaging, ProcessTreeCpu cpu, GeneratorProcess generator, BenchTimes times)
            throws IOException {
        Window.pass(times.settling());
        var before = packaging.newestSegments();
        long start = System.nanoTime();
        Window window = Window.of(cpu, generator, times.window());
        return window.found(Packaging.shortfall(packaging, before, Duration.ofNanos(System.nanoTime() - start)));
    }
}
