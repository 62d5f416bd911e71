// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.bench.Pinning;
import live.tributary.fixtures.bench.ResultFile;
import live.tributary.fixtures.bench.Window;
import live.tributary.fixtures.load.GeneratorProcess;
import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.RunningProgram;

/** Whether the generator loads a server as real encoders do: the same clip from it, and from as many FFmpeg processes. */
@Tag("benchmark")
final class BenchmarkGenerator {

    private static final int STREAMS = Integer.getInteger("bench.few", 10);

    @TempDir
    private Path folder;

    private final BenchTimes times = BenchTimes.fromCommandLine();
    private final ResultFile result = new ResultFile("generator");

    @Test
    void loadsAsEncodersDo() throws Exception {
        var clip = BenchClip.record(folder);
        result.line("| %d streams from | CPU-ms per stream-second |".formatted(STREAMS));
        result.line("|---|---|");
        try (var node = BenchNode.start(Pinning.APART, STREAMS, folder, List.of());
                var idle = GeneratorProcess.start(List.of())) {
            for (int block = 0; block < times.blocks(); block++) {
                try (var generator = GeneratorProcess.start(Pinning.APART.generator())) {
                    generator.begin(clip.publishTo(node.addresses(STREAMS)));
                    generator.awaitConnections(STREAMS);
                    node.playlists(STREAMS);
                    Window.pass(times.warmUp());
                    report("the generator", Window.of(node.cpu(), generator, times.window()));
                }
                var encoders = new ArrayList<RunningProgram>();
                try {
                    for (var address : Files.readAllLines(node.addresses(STREAMS))) {
                        encoders.add(RunningProgram.start(ffmpeg(clip, address)));
                    }
                    Window.pass(times.warmUp());
                    report("FFmpeg", Window.of(node.cpu(), idle, times.window()));
                } finally {
                    encoders.forEach(RunningProgram::close);
                }
            }
        }
    }

    private static List<String> ffmpeg(BenchClip clip, String address) {
        var arguments =
                "-v error -nostdin -re -stream_loop -1 -t 3600 -i %s -c copy -f flv %s".formatted(clip.file(), address);
        return Stream.of(
                        Pinning.APART.generator(),
                        List.of(Programs.DEBIAN_FFMPEG.toString()),
                        List.of(arguments.split(" ")))
                .flatMap(List::stream)
                .toList();
    }

    private void report(String who, Window window) throws Exception {
        result.line("| %s | %.2f |".formatted(who, window.msPerStreamSecond(STREAMS)));
    }
}
