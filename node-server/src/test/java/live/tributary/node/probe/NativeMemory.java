// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a JVM has taken from the system, by what for, as its own native memory tracking counts it.
 *
 * @param kilobytes committed, by the JVM's names such as {@code Metaspace}
 */
record NativeMemory(Map<String, Long> kilobytes) {

    private static final Pattern KIND =
            Pattern.compile("(?m)^- +([A-Z][A-Za-z ]*) \\(reserved=\\d+KB, committed=(\\d+)KB");

    private static final String HEAP = "Java Heap";

    /**
     * What a program becomes while it runs warm, which takes longer than twenty minutes, and what is needed for it: bounded
     * by how much program there is.
     */
    private static final Set<String> PROGRAM =
            Set.of("Compiler", "Arena Chunk", "Code", "Class", "Metaspace", "Symbol", "Native Memory Tracking");

    NativeMemory {
        kilobytes = new TreeMap<>(kilobytes);
    }

    /** @param summary of {@code jcmd VM.native_memory summary} */
    static NativeMemory parse(String summary) {
        var kilobytes = KIND.matcher(summary)
                .results()
                .collect(Collectors.toMap(kind -> kind.group(1), kind -> Long.valueOf(kind.group(2))));
        if (!kilobytes.containsKey(HEAP)) {
            throw new AssertionError("no summary of native memory: " + summary);
        }
        return new NativeMemory(kilobytes);
    }

    /** All that is kept beside the program and the heap, which is committed whether it is used or not. */
    long dataBesideHeapKilobytes() {
        return kilobytes.entrySet().stream()
                .filter(kind -> !kind.getKey().equals(HEAP) && !PROGRAM.contains(kind.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** What has changed since, the most first. */
    String since(NativeMemory before) {
        return kilobytes.entrySet().stream()
                .map(kind ->
                        Map.entry(kind.getKey(), kind.getValue() - before.kilobytes.getOrDefault(kind.getKey(), 0L)))
                .filter(kind -> kind.getValue() != 0)
                .sorted(Comparator.comparingLong(kind -> -Math.abs(kind.getValue())))
                .map(kind -> "%s %+d KB".formatted(kind.getKey(), kind.getValue()))
                .collect(Collectors.joining(", "));
    }
}
