// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.bench.Pinning;
import live.tributary.fixtures.bench.ProcessTreeCpu;
import live.tributary.fixtures.bench.ResultFile;
import live.tributary.fixtures.bench.Spread;
import live.tributary.fixtures.bench.Window;
import live.tributary.fixtures.load.GeneratorProcess;

/** How long a node takes to its first page, and how much memory it takes idle and for each stream. */
@Tag("benchmark")
final class BenchmarkStart {

    private static final int STREAMS = Integer.getInteger("bench.many", 60);
    private static final double NANOS_PER_SECOND = 1e9;

    @TempDir
    private Path folder;

    private final BenchTimes times = BenchTimes.fromCommandLine();
    private final ResultFile result = new ResultFile("start");

    @Test
    void startsSoonAndStaysSmall() throws Exception {
        result.line("| | seconds to the first page | CPU-seconds, database included |");
        result.line("|---|---|---|");
        var first = new Starts();
        var again = new Starts();
        for (int block = 0; block < times.blocks(); block++) {
            long began = System.nanoTime();
            try (var node = ProbedNode.start()) {
                first.count(node, node.claimPath(), began);
                Person.owner(node);
                long stopped = System.nanoTime();
                try (var next = node.restart()) {
                    again.count(next, "/", stopped);
                }
            }
        }
        result.line(first.row("start on an empty folder"));
        result.line(again.row("restart, from the signal on"));
        reportMemory();
    }

    private void reportMemory() throws Exception {
        result.line("| streams | memory of the node | of which media, outside the heap | live on the heap |");
        result.line("|---|---|---|---|");
        var clip = BenchClip.record(folder);
        try (var node = BenchNode.start(Pinning.NONE, STREAMS, folder, List.of());
                var reader = new StreamReader()) {
            var idle = MemoryTaken.by(node.node(), reader);
            result.line(idle.row(0));
            for (int streams : new int[] {1, 10, STREAMS}) {
                try (var generator = GeneratorProcess.start(List.of())) {
                    generator.begin(clip.publishTo(node.addresses(streams)));
                    generator.awaitConnections(streams);
                    Window.pass(times.warmUp());
                    var taken = MemoryTaken.by(node.node(), reader);
                    result.line(taken.row(streams));
                    result.line(taken.rowOfEach(idle, streams));
                }
            }
        }
    }

    private static final class Starts {
        private final List<Double> seconds = new ArrayList<>();
        private final List<Double> cpuSeconds = new ArrayList<>();

        void count(ProbedNode node, String path, long beganNanos) throws IOException {
            try (var cpu = ProcessTreeCpu.of(node.pid());
                    var reader = new StreamReader()) {
                reader.bytes(node.page(path));
                seconds.add((System.nanoTime() - beganNanos) / NANOS_PER_SECOND);
                cpuSeconds.add(cpu.nanos() / NANOS_PER_SECOND);
            }
        }

        String row(String what) {
            return "| %s | %s | %s |".formatted(what, Spread.of(seconds), Spread.of(cpuSeconds));
        }
    }
}
