// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.bench.Pinning;
import live.tributary.fixtures.bench.ResultFile;
import live.tributary.fixtures.bench.Window;
import live.tributary.fixtures.load.GeneratorProcess;
import live.tributary.fixtures.load.LoadOrder;

import static org.assertj.core.api.Assertions.assertThat;

/** Thousands of reloads that wait for the next part: how much heap each takes, and how soon all of them are answered. */
@Tag("benchmark")
final class BenchmarkHeld {

    private static final int HELD = Integer.getInteger("bench.held", 5_000);
    private static final long HEAP_TARGET_BYTES = 4_096;
    private static final long P95_TARGET_TENTHS = 1_500;

    @TempDir
    private Path folder;

    private final BenchTimes times = BenchTimes.fromCommandLine();
    private final ResultFile result = new ResultFile("held");

    @Test
    void answersThousandsAtOnce() throws Exception {
        var clip = BenchClip.record(folder);
        try (var node = BenchNode.start(Pinning.APART, 1, folder, List.of(), "tributary.studio.part-target=1s");
                var generator = GeneratorProcess.start(Pinning.APART.generator())) {
            generator.begin(clip.publishTo(node.addresses(1)));
            var playlist = node.playlists(1).getFirst();
            var java = new JavaProcess(node.node().pid());
            Window.pass(times.warmUp());
            // Learns how old parts are before the crowd comes.
            generator.begin(new LoadOrder.Watch(1, playlist));
            generator.awaitConnections(2);
            long without = java.liveHeapBytes();
            generator.begin(new LoadOrder.Hold(HELD, playlist));
            generator.awaitConnections(HELD + 2);
            Window.pass(times.warmUp());
            Window window = Window.of(node.cpu(), generator, times.window());
            long each = (java.liveHeapBytes() - without) / HELD;
            report(window, each);
            assertThat(window.load().failures()).isZero();
            assertThat(each).isLessThanOrEqualTo(HEAP_TARGET_BYTES);
            assertThat(window.load().p95()).isLessThanOrEqualTo(P95_TARGET_TENTHS);
        }
    }

    private void report(Window window, long heapEach) throws Exception {
        var load = window.load();
        result.line(
                "| held reloads, one part a second | heap each | p50 | p95 | p99 | longest | answers | node's core |");
        result.line("|---|---|---|---|---|---|---|---|");
        result.line("| %d | %d bytes | %.1f ms | %.1f ms | %.1f ms | %.1f ms | %d in %.0f s | %.0f %% |"
                .formatted(
                        HELD,
                        heapEach,
                        load.p50() / 10.0,
                        load.p95() / 10.0,
                        load.p99() / 10.0,
                        load.longest() / 10.0,
                        load.delays(),
                        load.seconds(),
                        window.cores() * 100));
    }
}
