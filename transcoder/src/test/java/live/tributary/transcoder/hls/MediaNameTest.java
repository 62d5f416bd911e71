// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.util.stream.Stream;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.transcoder.hls.MediaName.InitName;
import live.tributary.transcoder.hls.MediaName.MasterName;
import live.tributary.transcoder.hls.MediaName.PartName;
import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.MediaName.SegmentName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class MediaNameTest {

    private static final SessionId SESSION = new SessionId("0123abcd");

    @ParameterizedTest
    @MethodSource("vectors")
    void readsWhatItWrites(String path, MediaName name) {
        assertThat(name.path()).isEqualTo(path);
        assertThat(MediaName.parse(path)).contains(name);
    }

    static Stream<Arguments> vectors() {
        var source = new PlaylistName(View.CANONICAL, RenditionName.SOURCE);
        var joined = new PlaylistName(View.JOINED, RenditionName.SOURCE);
        return Stream.of(
                arguments("master.m3u8", new MasterName(View.CANONICAL)),
                arguments("joined.m3u8", new MasterName(View.JOINED)),
                arguments("source.m3u8", source),
                arguments("j-source.m3u8", joined),
                arguments("audio.m3u8", new PlaylistName(View.CANONICAL, RenditionName.AUDIO)),
                arguments(
                        "0123abcd/source/init-0123456789abcdef.mp4", new InitName(SESSION, source, "0123456789abcdef")),
                arguments("0123abcd/source/1764072000.0.m4s", new PartName(SESSION, source, 1_764_072_000, 0)),
                arguments("0123abcd/j-source/0.12.m4s", new PartName(SESSION, joined, 0, 12)),
                arguments("0123abcd/source/7.m4s", new SegmentName(SESSION, source, 7)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "master.m3u8/",
                "Master.m3u8",
                "j-.m3u8",
                "-source.m3u8",
                "seventeenletters1.m3u8",
                "0123abcd/source/07.m4s",
                "0123abcd/source/7.00.m4s",
                "0123abcd/source/-7.m4s",
                "0123abcd/source/1234567890123456.m4s",
                "0123abcd/source/7.123456.m4s",
                "0123abcd/source/\u0667.m4s",
                "0123abci/source/7.m4s",
                "0123abc/source/7.m4s",
                "0123abcd/../7.m4s",
                "0123abcd//7.m4s",
                "0123abcd/source/init-0123456789ABCDEF.mp4",
                "0123abcd/source/7.m4s%00",
                "0123abcd/source/7.m4s\n",
            })
    void knowsNothingOutsideItsGrammar(String path) {
        assertThat(MediaName.parse(path)).isEmpty();
    }

    @FuzzTest
    void readsAnythingInOneSpellingOrNotAtAll(FuzzedDataProvider strangersBytes) {
        var path = strangersBytes.consumeRemainingAsString();
        MediaName.parse(path).ifPresent(name -> assertThat(name.path()).isEqualTo(path));
    }
}
