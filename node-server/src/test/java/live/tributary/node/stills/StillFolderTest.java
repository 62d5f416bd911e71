// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.stills;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.node.kernel.BroadcastId;

import static org.assertj.core.api.Assertions.assertThat;

final class StillFolderTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir
    private Path data;

    @Test
    void keepsTheNewestBroadcastsOnly() {
        var folder = new StillFolder(data.resolve("stills"), 2);
        var evenings = IntStream.range(0, 4)
                .mapToObj(day -> BroadcastId.next(NOON.plusSeconds(day * 86_400L)))
                .toList();
        // Not in their order: one that goes on for long ends later.
        for (var day : new int[] {1, 3, 0, 2}) {
            folder.put(evenings.get(day), new byte[] {(byte) day});
        }
        assertThat(folder.find(evenings.get(0))).isEmpty();
        assertThat(folder.find(evenings.get(1))).isEmpty();
        assertThat(folder.find(evenings.get(2))).hasValue(new byte[] {2});
        assertThat(folder.find(evenings.get(3))).hasValue(new byte[] {3});
        assertThat(data.resolve("stills")).isDirectoryNotContaining("glob:**new");
    }

    @Test
    void forgetsAndReplaces() {
        var folder = new StillFolder(data.resolve("stills"), 2);
        var evening = BroadcastId.next(NOON);
        folder.forget(evening);
        folder.put(evening, new byte[] {1});
        folder.put(evening, new byte[] {2});
        assertThat(folder.find(evening)).hasValue(new byte[] {2});
        folder.forget(evening);
        assertThat(folder.find(evening)).isEmpty();
        assertThat(Files.exists(data.resolve("stills"))).isTrue();
    }
}
