// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.transcoder.clip.Clip;
import live.tributary.transcoder.hls.FirstNumbers;
import live.tributary.transcoder.hls.WindowMemory;
import live.tributary.transcoder.hls.WindowOptions;
import live.tributary.transcoder.hls.WindowWriter;
import live.tributary.transcoder.media.MediaInput;
import live.tributary.transcoder.packager.Ladders;
import live.tributary.transcoder.packager.Packager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * CPU of packaging 720p30 at 2.5 Mb/s into 200 ms parts, in milliseconds per second of the stream. Run on purpose:
 * {@code ./mvnw -pl transcoder test -Dtest=BenchmarkPackaging -Dexcluded.test.groups=}.
 */
@Tag("benchmark")
final class BenchmarkPackaging {

    private static final int BLOCKS = 9;
    private static final int ROUNDS = 20;
    private static final int SECONDS = 30;

    @TempDir
    Path folder;

    @Test
    void packages720p30() {
        var clip = Clip.make(
                        folder,
                        "30",
                        "-t " + SECONDS + " -vf scale=1280:720 -c:v libx264 -preset ultrafast -b:v 2500k -maxrate 2500k"
                                + " -bufsize 2500k -g 60 -bf 0 -c:a aac -b:a 128k")
                .inputs();
        var memory = new WindowMemory();
        var results = new ArrayList<Double>();
        for (int block = 0; block < BLOCKS; block++) {
            results.add(cpuMillisPerStreamSecond(clip, memory));
        }
        report(results);
        assertThat(results).allSatisfy(result -> assertThat(result).isPositive());
    }

    private static double cpuMillisPerStreamSecond(List<MediaInput> clip, WindowMemory memory) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        for (int round = 0; round < ROUNDS; round++) {
            var first = new FirstNumbers(1, 1, false);
            try (var writer = WindowWriter.open(memory, WindowOptions.inMemory(Duration.ofSeconds(12)), first)) {
                var packager =
                        new Packager(writer, Duration.ofMillis(200), Ladders.NONE, Runnable::run, () -> {}, _ -> {});
                packager.beginSession();
                clip.forEach(input -> packager.accept(input, 1));
                packager.endBroadcast();
            }
        }
        return (threads.getCurrentThreadCpuTime() - before) / 1e6 / ROUNDS / SECONDS;
    }

    private static void report(List<Double> results) {
        PrintStream out = System.out;
        out.printf("CPU-ms per stream-second, first block (cold) to last: %s%n", results);
        out.printf("median %.4f%n", results.stream().sorted().toList().get(BLOCKS / 2));
    }
}
