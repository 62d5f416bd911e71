// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.nio.file.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.bench.ResultFile;
import live.tributary.fixtures.bench.Window;
import live.tributary.fixtures.load.LoadOrder;

/** What it costs to send the newest segment of a live stream to many, beside nginx with sendfile and the same file. */
@Tag("benchmark")
final class BenchmarkSegments {

    private static final double PER_SECOND = Integer.getInteger("bench.segments", 400);

    @TempDir
    private Path folder;

    private final ResultFile result = new ResultFile("segments");

    @Test
    void sendsSegments() throws Exception {
        result.line("| segments of 640 KB, %.0f a second | node, CPU-ms per GB | nginx | ratio | thrown away |"
                .formatted(PER_SECOND));
        result.line("|---|---|---|---|---|");
        try (var delivery = Delivery.start(folder);
                var reader = new StreamReader()) {
            byte[] segment = reader.newestMedia(delivery.playlist());
            var file = delivery.nginx().serve("segment.m4s", segment);
            for (int connections : new int[] {50, 1_000}) {
                result.line(delivery.compare(
                                new LoadOrder.FetchNewest(connections, PER_SECOND, delivery.playlist()),
                                new LoadOrder.Fetch(connections, PER_SECOND, file),
                                Window::msPerGigabyte)
                        .row("%d connections, %d KB".formatted(connections, segment.length / 1_000)));
            }
        }
    }
}
