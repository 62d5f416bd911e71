// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probes;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

final class PlaylistReaderTest {

    static Stream<Arguments> vectors() {
        return Stream.of(
                arguments("#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:7\n#EXTINF:2,\na\n#EXTINF:2,\nb\n", media(9, 0, "b")),
                arguments("#EXTM3U\r\n#EXTINF:2,\r\na\r\n", media(1, 0, "a")),
                // Parts of a segment stand before it; those behind the last one are of the next.
                arguments("#EXTM3U\n#EXT-X-PART:U\n#EXT-X-PART:U\n#EXTINF:2,\na\n#EXT-X-PART:U\n", media(1, 1, "a")),
                arguments("#EXTM3U\n#EXT-X-PART:URI=\"a\"\n", media(0, 1, "")),
                arguments("#EXTM3U\n#EXTINF:2,\na\n#EXT-X-ENDLIST\n", new Playlist.Complete()),
                arguments("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=9\nbig\n", new Playlist.Master("big")),
                arguments("""
                        #EXTM3U
                        #EXT-X-STREAM-INF:BANDWIDTH=900
                        big
                        #EXT-X-STREAM-INF:AVERAGE-BANDWIDTH=1,BANDWIDTH=80

                        small
                        """, new Playlist.Master("small")),
                arguments("#EXTM3U\n#EXT-X-STREAM-INF:CODECS=x\nonly\n", new Playlist.Master("only")),
                arguments("#EXTM3U\n", new Playlist.Neither()),
                arguments("", new Playlist.Neither()),
                arguments("<html>#EXTM3U\n#EXTINF:2,\na\n", new Playlist.Neither()),
                arguments("#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:99999999999999999999\n#EXTINF:2,\na\n", media(1, 0, "a")),
                arguments("#EXTM3U\n#EXTINF:2,\n#EXT-X-GAP\na\n#EXTINF:2,\n\nb?c\nd\n", media(2, 0, "b?c")),
                // A piece of one file: its beginning is the same for ever.
                arguments("#EXTM3U\n#EXTINF:2,\na\n#EXTINF:2,\n#EXT-X-BYTERANGE:9@9\nb\n", media(2, 0, "")),
                arguments("#EXTM3U\n#EXT-X-BYTERANGE:9@9\n#EXTINF:2,\nb\n", media(1, 0, "")),
                arguments("#EXTM3U\n#EXT-X-BYTERANGE:9@9\n#EXTINF:2,\na\n#EXTINF:2,\nb\n", media(2, 0, "b")));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void readsHowFarAPlaylistHasCome(String text, Playlist expected) {
        assertThat(PlaylistReader.read(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
    }

    @FuzzTest
    void readsAnythingWithoutAnException(byte[] bytes) {
        if (PlaylistReader.read(bytes) instanceof Playlist.Media(var position, var _)) {
            assertThat(position.segment()).isNotNegative();
        }
    }

    private static Playlist media(long segment, int parts, String newest) {
        return new Playlist.Media(new Position(segment, parts), newest);
    }
}
