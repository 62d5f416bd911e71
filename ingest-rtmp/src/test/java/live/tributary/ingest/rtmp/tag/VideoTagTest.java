// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.tag;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.ingest.rtmp.PublishLimits;
import live.tributary.ingest.rtmp.RtmpException;
import live.tributary.ingest.rtmp.RtmpException.Code;
import live.tributary.ingest.rtmp.client.Wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Video tag bodies as the two specifications draw them. All arrive at 40 ms. */
class VideoTagTest {
    private static final String AVC1 = "61766331";
    private static final String HVC1 = "68766331";
    private static final String AV01 = "61763031";
    private static final String VP09 = "76703039";

    static List<Arguments> vectors() {
        return List.of(
                arguments("classic avcC", "17 00 000000 0164001f", "video-configuration 0 @40 AVC 0164001f"),
                arguments("classic key frame", "17 01 000050 aabb", "video 0 @40 AVC key+80 aabb"),
                arguments("classic frame shown earlier", "27 01 ffffd8 aabb", "video 0 @40 AVC -40 aabb"),
                arguments("classic end", "17 02 000000", "video-end 0 @40"),
                arguments("classic hvcC of older encoders", "1c 00 000000 01", "video-configuration 0 @40 HEVC 01"),
                arguments("classic HEVC frame of older encoders", "2c 01 000000 aa", "video 0 @40 HEVC +0 aa"),
                arguments("enhanced avcC", "90" + AVC1 + "01", "video-configuration 0 @40 AVC 01"),
                arguments("enhanced AVC", "91" + AVC1 + "000021 aa", "video 0 @40 AVC key+33 aa"),
                arguments("enhanced hvcC", "90" + HVC1 + "01", "video-configuration 0 @40 HEVC 01"),
                arguments("enhanced HEVC", "a1" + HVC1 + "ffffff aa", "video 0 @40 HEVC -1 aa"),
                // As OBS writes it: no offset field, so all that follows is the picture.
                arguments("HEVC as CodedFramesX", "a3" + HVC1 + "00000001aa", "video 0 @40 HEVC +0 00000001aa"),
                arguments("AVC as CodedFramesX", "93" + AVC1 + "aa", "video 0 @40 AVC key+0 aa"),
                arguments("enhanced av1C", "90" + AV01 + "81", "video-configuration 0 @40 AV1 81"),
                arguments("AV1 has no offset field", "91" + AV01 + "000021aa", "video 0 @40 AV1 key+0 000021aa"),
                arguments("enhanced vpcC", "90" + VP09 + "01", "video-configuration 0 @40 VP9 01"),
                arguments("VP9 has no offset field", "a1" + VP09 + "aa", "video 0 @40 VP9 +0 aa"),
                arguments("enhanced end", "92" + AVC1, "video-end 0 @40"),
                arguments(
                        "a nanosecond offset",
                        "97 02 0f423f 01" + AVC1 + "000000 aa",
                        "video 0 @40+999999ns AVC key+0 aa"),
                arguments(
                        "an unknown modifier, then an offset",
                        "97 00 ee 17 02 000001 03" + AVC1 + "aa",
                        "video 0 @40+1ns AVC key+0 aa"),
                arguments(
                        "a modifier of 256 bytes, whose size takes two more",
                        "97 ff 00ff " + "ee".repeat(256) + " 13" + AVC1 + "aa",
                        "video 0 @40 AVC key+0 aa"),
                arguments("one track", "96 00 " + HVC1 + " 03 01", "video-configuration 3 @40 HEVC 01"),
                arguments("one track of frames", "96 01 " + AVC1 + " 02 000001 aa", "video 2 @40 AVC key+1 aa"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void reads(String name, String hex, String expected) {
        var tags = new Tags().video(Wire.hex(hex));
        assertThat(tags.lines).describedAs(name).containsExactly(expected);
        assertThat(tags.dropped).isEmpty();
    }

    /** A cut tag may lose its tail unnoticed, but never throws and never invents. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void survivesACutAnywhere(String name, String hex, String expected) {
        byte[] whole = Wire.hex(hex);
        for (int length = 1; length < whole.length; length++) {
            var tags = new Tags().video(Arrays.copyOf(whole, length));
            assertThat(tags.lines.size() + tags.dropped.size())
                    .describedAs(name)
                    .isEqualTo(1);
        }
        assertThat(expected).isNotEmpty();
    }

    @Test
    void readsManyTracksOfOneCodec() {
        var tags = new Tags().video(Wire.hex("96 13 " + AVC1 + " 00 000002 aabb  01 000001 cc"));
        assertThat(tags.lines).containsExactly("video 0 @40 AVC key+0 aabb", "video 1 @40 AVC key+0 cc");
    }

    @Test
    void readsManyTracksOfManyCodecs() {
        var tags = new Tags().video(Wire.hex("96 20 " + HVC1 + " 00 000001 aa " + AV01 + " 01 000001 bb"));
        assertThat(tags.lines).containsExactly("video-configuration 0 @40 HEVC aa", "video-configuration 1 @40 AV1 bb");
    }

    @Test
    void readsColourInformation() {
        var amf = new Wire()
                .string("colorInfo")
                .u8(3)
                .name("colorConfig")
                .u8(3)
                .name("transferCharacteristics")
                .number(16)
                .name("note")
                .string("left out")
                .end()
                .name("hdrCll")
                .u8(3)
                .name("maxFall")
                .number(400)
                .end()
                .end()
                .bytes();
        var tags =
                new Tags().video(new Wire().raw(Wire.hex("94" + HVC1)).raw(amf).bytes());
        assertThat(tags.lines)
                .containsExactly("color 0 @40 {colorConfig.transferCharacteristics=16.0, hdrCll.maxFall=400.0}");
    }

    @Test
    void takesColourInformationBack() {
        var tags = new Tags()
                .video(new Wire()
                        .raw(Wire.hex("94" + HVC1))
                        .string("colorInfo")
                        .u8(6)
                        .bytes());
        assertThat(tags.lines).containsExactly("color 0 @40 {}");
    }

    /** Nothing at all, a seek command in both headers. */
    @ParameterizedTest
    @ValueSource(strings = {"", "57 00", "d0 00"})
    void passesOverWhatShowsNothing(String hex) {
        var tags = new Tags().video(Wire.hex(hex));
        assertThat(tags.lines).isEmpty();
        assertThat(tags.dropped).isEmpty();
    }

    /** Unknown packet types, multitrack in multitrack, an unknown kind of it, an offset of a millisecond, no picture. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "17 03 000000",
                "98" + AVC1,
                "95" + AV01 + "00",
                "96 06" + AVC1,
                "96 33" + AVC1,
                "97 02 0f4240 03" + AVC1 + "aa",
                "17 01 000000",
                "94" + HVC1 + "02 0001 61",
                "94" + HVC1 + "02 00ff"
            })
    void dropsAMessageItCannotRead(String hex) {
        var tags = new Tags().video(Wire.hex(hex));
        assertThat(tags.lines).isEmpty();
        assertThat(tags.dropped).hasSize(1);
    }

    /** Sorenson and VP6 of Flash days, VP8 and VVC of the enhanced header, no four letters at all. */
    @ParameterizedTest
    @ValueSource(strings = {"12 00 000000", "14 00 000000", "90 76703038", "90 76766331", "90 00010203"})
    void refusesUnknownCodecsOnTheSource(String hex) {
        assertThatThrownBy(() -> new Tags().video(Wire.hex(hex)))
                .isInstanceOfSatisfying(
                        RtmpException.class,
                        problem -> assertThat(problem)
                                .returns(Code.UNSUPPORTED, RtmpException::code)
                                .returns(RtmpException.Scope.CONNECTION, RtmpException::scope));
    }

    @Test
    void leavesOutOtherTracksOfUnknownCodecs() {
        var tags = new Tags().video(Wire.hex("96 00 76766331 01 aa"));
        assertThat(tags.dropped).containsExactly("video codec vvc1 on track 1");
    }

    @Test
    void takesSixTracksAndDropsTheSeventh() {
        var tags = new Tags();
        for (int track = 1; track <= PublishLimits.DEFAULTS.videoTracks(); track++) {
            tags.video(Wire.hex("96 03 " + AVC1 + " 0%d aa".formatted(track)));
        }
        assertThat(tags.lines).hasSize(5);
        assertThat(tags.dropped).containsExactly("video track 6: no room for more");
        tags.video(Wire.hex("96 03 " + AVC1 + " 00 aa"));
        assertThat(tags.lines).hasSize(6);
    }

    @Test
    void takesConfigurationsUpToTheLimit() {
        int limit = PublishLimits.DEFAULTS.configurationBytes();
        assertThat(new Tags().video(configuration(limit)).lines).hasSize(1);
        assertThatThrownBy(() -> new Tags().video(configuration(limit + 1)))
                .isInstanceOfSatisfying(
                        RtmpException.class,
                        problem -> assertThat(problem.code()).isEqualTo(Code.TOO_LARGE));
    }

    private static byte[] configuration(int bytes) {
        return new Wire().raw(Wire.hex("17 00 000000")).zeros(bytes).bytes();
    }
}
