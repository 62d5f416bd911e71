// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.netty.buffer.ByteBufAllocator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.transcoder.hls.FileRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class StoredBodyTest {

    @TempDir
    Path folder;

    private Path picture;
    private Path sound;

    @BeforeEach
    void twoFiles() throws IOException {
        picture = Files.writeString(folder.resolve("picture"), "PPPPpppp");
        sound = Files.writeString(folder.resolve("sound"), "SSss");
    }

    @Test
    void isItsRangesOneAfterTheOther() throws IOException {
        assertThat(joined().length()).isEqualTo(12);
        assertThat(joined().exists()).isTrue();
        assertThat(text(joined())).isEqualTo("PPPPSSppppss");
        assertThat(joined().isOnePiece()).isFalse();
    }

    @Test
    void everySliceIsThatOfTheWhole() throws IOException {
        var whole = "PPPPSSppppss";
        for (int first = 0; first < whole.length(); first++) {
            for (int length = 1; first + length <= whole.length(); length++) {
                assertThat(text(joined().slice(new ByteRange(first, length))))
                        .isEqualTo(whole.substring(first, first + length));
            }
        }
    }

    @Test
    void onePieceIsForTheKernelToSend() {
        var body = joined().slice(new ByteRange(7, 2));
        assertThat(body.isOnePiece()).isTrue();
        assertThat(body.region().position()).isEqualTo(5);
        assertThat(body.region().count()).isEqualTo(2);
    }

    @Test
    void knowsWhenAFileIsGoneOrTooShort() throws IOException {
        var tooLong = new StoredBody(List.of(new FileRange(sound, 2, 3)));
        assertThat(tooLong.exists()).isFalse();
        assertThatIOException().isThrownBy(() -> text(tooLong));
        Files.delete(picture);
        assertThat(joined().exists()).isFalse();
        assertThatIOException().isThrownBy(() -> text(joined()));
    }

    @Test
    void isReadInPiecesThatDoNotGrowWithIt() throws IOException {
        var much = "abc".repeat(StoredChunks.MOST_BYTES);
        var file = Files.writeString(folder.resolve("much"), much);
        var body = new StoredBody(List.of(new FileRange(sound, 0, 2), new FileRange(file, 0, much.length())));
        assertThat(text(body)).isEqualTo("SS" + much);
    }

    private StoredBody joined() {
        return new StoredBody(List.of(
                new FileRange(picture, 0, 4),
                new FileRange(sound, 0, 2),
                new FileRange(picture, 4, 4),
                new FileRange(sound, 2, 2)));
    }

    private static String text(StoredBody body) throws IOException {
        var text = new StringBuilder();
        try (var chunks = new Closing(new StoredChunks(body))) {
            for (var chunk = chunks.input.readChunk(ByteBufAllocator.DEFAULT);
                    chunk != null;
                    chunk = chunks.input.readChunk(ByteBufAllocator.DEFAULT)) {
                assertThat(chunk.readableBytes()).isLessThanOrEqualTo(StoredChunks.MOST_BYTES);
                text.append(chunk.toString(StandardCharsets.US_ASCII));
                chunk.release();
            }
            assertThat(chunks.input.isEndOfInput()).isTrue();
            assertThat(chunks.input.progress()).isEqualTo(body.length());
        }
        return text.toString();
    }

    private record Closing(StoredChunks input) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            input.close();
        }
    }
}
