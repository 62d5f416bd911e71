// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.nio.file.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.bench.ResultFile;
import live.tributary.fixtures.bench.Window;
import live.tributary.fixtures.load.LoadOrder;

/** What it costs to answer requests for a live playlist, beside nginx with the same text in a file. */
@Tag("benchmark")
final class BenchmarkPlaylists {

    private static final double PER_SECOND = Integer.getInteger("bench.playlists", 4_000);

    @TempDir
    private Path folder;

    private final ResultFile result = new ResultFile("playlists");

    @Test
    void answersPlaylistRequests() throws Exception {
        result.line("| playlists, %.0f a second | node, CPU-µs per request | nginx | ratio | thrown away |"
                .formatted(PER_SECOND));
        result.line("|---|---|---|---|---|");
        try (var delivery = Delivery.start(folder);
                var reader = new StreamReader()) {
            byte[] text = reader.bytes(delivery.playlist());
            var file = delivery.nginx().serve("source.m3u8", text);
            for (int connections : new int[] {50, 1_000}) {
                result.line(delivery.compare(
                                new LoadOrder.Fetch(connections, PER_SECOND, delivery.playlist()),
                                new LoadOrder.Fetch(connections, PER_SECOND, file),
                                Window::microsPerRequest)
                        .row("%d connections, %d bytes".formatted(connections, text.length)));
            }
        }
    }
}
