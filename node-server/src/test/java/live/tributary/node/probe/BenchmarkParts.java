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

/** From the last picture of a part leaving its publisher to a viewer having the playlist that lists it. */
@Tag("benchmark")
final class BenchmarkParts {

    private static final int MANY = Integer.getInteger("bench.many", 60);
    private static final long P95_TARGET_TENTHS = 200;

    @TempDir
    private Path folder;

    private final BenchTimes times = BenchTimes.fromCommandLine();
    private final ResultFile result = new ResultFile("parts");

    @Test
    void listsPartsAtOnce() throws Exception {
        var clip = BenchClip.record(folder);
        result.line("| streams | parts seen | p50 | p95 | p99 | longest |");
        result.line("|---|---|---|---|---|---|");
        for (int streams : new int[] {1, MANY}) {
            try (var node = BenchNode.start(Pinning.APART, streams, folder, List.of());
                    var generator = GeneratorProcess.start(Pinning.APART.generator())) {
                generator.begin(clip.publishTo(node.addresses(streams)));
                generator.awaitConnections(streams);
                generator.begin(new LoadOrder.Watch(1, node.playlists(1).getFirst()));
                Window.pass(times.warmUp());
                var load = Window.of(node.cpu(), generator, times.window().multipliedBy(4))
                        .load();
                result.line("| %d | %d | %.1f ms | %.1f ms | %.1f ms | %.1f ms |"
                        .formatted(
                                streams,
                                load.delays(),
                                load.p50() / 10.0,
                                load.p95() / 10.0,
                                load.p99() / 10.0,
                                load.longest() / 10.0));
                assertThat(load.failures()).isZero();
                assertThat(load.p95()).isLessThanOrEqualTo(P95_TARGET_TENTHS);
            }
        }
    }
}
