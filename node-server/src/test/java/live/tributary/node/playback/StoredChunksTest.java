// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import io.netty.buffer.UnpooledByteBufAllocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.transcoder.hls.FileRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/** What a body from files holds, and for how long. */
class StoredChunksTest {

    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    @TempDir
    Path folder;

    private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(true);
    private long nanos;

    @Test
    void endForAViewerWhoTakesThemOneByOneForTooLong() throws IOException {
        var chunks = new StoredChunks(body(3 * StoredChunks.MOST_BYTES), () -> nanos);
        take(chunks);
        nanos = SlowReaderGuard.LONGEST_ANSWER.toNanos();
        take(chunks);
        nanos++;
        assertThatIOException().isThrownBy(() -> take(chunks)).withMessageContaining("not taken within");
        chunks.close();
        assertThat(heldBytes()).isZero();
    }

    @Test
    void keepNoMemoryOfAFileThatIsTooShort() throws IOException {
        var file = Files.write(folder.resolve("short"), new byte[10]);
        var chunks = new StoredChunks(new StoredBody(List.of(new FileRange(file, 0, 11))), () -> nanos);
        assertThatIOException().isThrownBy(() -> take(chunks));
        chunks.close();
        assertThat(heldBytes()).isZero();
    }

    @Test
    void keepNoFileOpenForAViewerWhoLeftInTheMiddle() throws IOException {
        var chunks = new StoredChunks(body(2 * StoredChunks.MOST_BYTES), () -> nanos);
        assertThat(isOpen()).isFalse();
        take(chunks);
        assertThat(isOpen()).isTrue();
        chunks.close();
        assertThat(isOpen()).isFalse();
    }

    private StoredBody body(int length) throws IOException {
        var file = Files.write(folder.resolve("media"), new byte[length]);
        return new StoredBody(List.of(new FileRange(file, 0, length)));
    }

    private void take(StoredChunks chunks) throws IOException {
        Objects.requireNonNull(chunks.readChunk(allocator)).release();
    }

    private long heldBytes() {
        return allocator.metric().usedDirectMemory();
    }

    private boolean isOpen() throws IOException {
        var file = folder.resolve("media").toRealPath();
        try (var handles = Files.list(OPEN_FILES)) {
            return handles.anyMatch(handle -> leadsTo(handle, file));
        }
    }

    /** Other threads close theirs meanwhile. */
    private static boolean leadsTo(Path handle, Path file) {
        try {
            return Files.readSymbolicLink(handle).equals(file);
        } catch (IOException gone) {
            return false;
        }
    }
}
