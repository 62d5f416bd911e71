// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What a node takes at one moment.
 *
 * @param residentBytes all of it, as the system counts
 * @param directBytes media of all windows, outside the heap
 * @param liveHeapBytes what a full collection leaves, which is asked for last: it changes the others
 */
record MemoryTaken(long residentBytes, long directBytes, long liveHeapBytes) {

    private static final Pattern WINDOWS = Pattern.compile("(?m)^tributary_studio_windows_bytes(?:\\{[^}]*})? (\\S+)$");
    private static final double MEGABYTE = 1 << 20;

    static MemoryTaken by(ProbedNode node, StreamReader reader) throws IOException {
        long resident = node.residentKilobytes() << 10;
        var windows = WINDOWS.matcher(new String(reader.bytes(node.metrics()), StandardCharsets.UTF_8));
        if (!windows.find()) {
            throw new AssertionError("the node does not say what its windows take");
        }
        long direct = (long) Double.parseDouble(windows.group(1));
        return new MemoryTaken(resident, direct, new JavaProcess(node.pid()).liveHeapBytes());
    }

    String row(int streams) {
        return "| %d | %.0f MB | %.0f MB | %.0f MB |"
                .formatted(streams, residentBytes / MEGABYTE, directBytes / MEGABYTE, liveHeapBytes / MEGABYTE);
    }

    /** The same, shared out: what each of these streams takes above what the node took without them. */
    String rowOfEach(MemoryTaken idle, int streams) {
        return "| each of %d | %.1f MB | %.1f MB | %.1f MB |"
                .formatted(
                        streams,
                        (residentBytes - idle.residentBytes) / MEGABYTE / streams,
                        (directBytes - idle.directBytes) / MEGABYTE / streams,
                        (liveHeapBytes - idle.liveHeapBytes) / MEGABYTE / streams);
    }
}
