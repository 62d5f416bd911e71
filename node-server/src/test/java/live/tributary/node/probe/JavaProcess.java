// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import live.tributary.fixtures.process.RunningProgram;

/** What the JDK's own tools tell of another JVM. */
record JavaProcess(long pid) {

    private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Pattern FILLER = Pattern.compile("(?m)^ *\\d+: +\\d+ +(\\d+) +\\S*FillerElement;");
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    /** Bytes of heap that are still in use after a full collection, which this asks for. */
    long liveHeapBytes() {
        var histogram = ask("GC.class_histogram");
        var total = TOTAL.matcher(histogram);
        if (!total.find()) {
            throw new AssertionError("no total in the histogram of " + pid);
        }
        return Long.parseLong(total.group(1)) - fillers(histogram);
    }

    /** What a collector leaves between objects that it did not move is counted like an object. */
    private static long fillers(String histogram) {
        return FILLER.matcher(histogram)
                .results()
                .mapToLong(filler -> Long.parseLong(filler.group(1)))
                .sum();
    }

    /** What it took from the system; it has to run with {@code -XX:NativeMemoryTracking=summary}. */
    NativeMemory nativeMemory() {
        return NativeMemory.parse(ask("VM.native_memory", "summary"));
    }

    private String ask(String... command) {
        var line = Stream.concat(Stream.of(JCMD.toString(), Long.toString(pid)), Stream.of(command))
                .toList();
        try (var jcmd = RunningProgram.start(line)) {
            jcmd.awaitEnd(PATIENCE);
            return jcmd.output();
        }
    }
}
