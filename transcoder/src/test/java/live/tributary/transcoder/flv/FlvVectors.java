// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.flv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import live.tributary.transcoder.media.AudioCodec;
import live.tributary.transcoder.media.VideoCodec;

/** Tags and their bytes, written by hand from the specifications; used in both directions. */
final class FlvVectors {

    static final String HEADER = "464c5601" + "05" + "00000009" + "00000000";

    /**
     * A tag and its bytes.
     *
     * @param hex tag header, codec header, data, size of the tag
     */
    record Vector(String name, FlvTag tag, String hex) {

        byte[] bytes() {
            return HexFormat.of().parseHex(hex.replace(" ", ""));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private FlvVectors() {}

    /** What an encoder of ours sends back, and what we send. */
    static Stream<Vector> bothWays() {
        return Stream.of(
                configuration("avcC", VideoCodec.AVC, "09 000009 000000 00 000000 17 00 000000 01640028 00000014"),
                new Vector(
                        "a key frame",
                        new FlvTag.Picture(33, VideoCodec.AVC, 67, true, bytes("0000000265aa")),
                        "09 00000b 000021 00 000000 17 01 000043 0000000265aa 00000016"),
                new Vector(
                        "shown before it is decoded, behind 24 bits of time",
                        new FlvTag.Picture(0x89ABCDEFL, VideoCodec.AVC, -1, false, bytes("41")),
                        "09 000006 abcdef 89 000000 27 01 ffffff 41 00000011"),
                configuration(
                        "AudioSpecificConfig", AudioCodec.AAC, "08 000006 000000 00 000000 af 00 01640028 00000011"),
                new Vector(
                        "AAC",
                        new FlvTag.Sound(0xFFFFFFFFL, AudioCodec.AAC, bytes("2110")),
                        "08 000004 ffffff ff 000000 af 01 2110 0000000f"));
    }

    /** What we only send. */
    static Stream<Vector> oneWay() {
        return Stream.of(
                configuration("hvcC", VideoCodec.HEVC, "09 000009 000000 00 000000 90 68766331 01640028 00000014"),
                configuration("av1C", VideoCodec.AV1, "09 000009 000000 00 000000 90 61763031 01640028 00000014"),
                configuration("vpcC", VideoCodec.VP9, "09 000009 000000 00 000000 90 76703039 01640028 00000014"),
                new Vector(
                        "an HEVC key frame carries its offset",
                        new FlvTag.Picture(1, VideoCodec.HEVC, -2, true, bytes("26")),
                        "09 000009 000001 00 000000 91 68766331 fffffe 26 00000014"),
                new Vector(
                        "an AV1 frame has none",
                        new FlvTag.Picture(1, VideoCodec.AV1, 0, false, bytes("12")),
                        "09 000006 000001 00 000000 a1 61763031 12 00000011"),
                new Vector(
                        "a VP9 key frame has none",
                        new FlvTag.Picture(1, VideoCodec.VP9, 0, true, bytes("82")),
                        "09 000006 000001 00 000000 91 76703039 82 00000011"),
                configuration("OpusHead", AudioCodec.OPUS, "08 000009 000000 00 000000 90 4f707573 01640028 00000014"),
                sound("Opus", AudioCodec.OPUS, "08 000006 000005 00 000000 91 4f707573 fc 00000011"),
                sound("FLAC", AudioCodec.FLAC, "08 000006 000005 00 000000 91 664c6143 fc 00000011"),
                sound("AC-3", AudioCodec.AC3, "08 000006 000005 00 000000 91 61632d33 fc 00000011"),
                sound("E-AC-3", AudioCodec.EAC3, "08 000006 000005 00 000000 91 65632d33 fc 00000011"),
                sound("MP3", AudioCodec.MP3, "08 000002 000005 00 000000 2f fc 0000000d"));
    }

    private static Vector configuration(String name, VideoCodec codec, String hex) {
        return new Vector(name, new FlvTag.Configuration(0, codec, bytes("01640028")), hex);
    }

    private static Vector configuration(String name, AudioCodec codec, String hex) {
        return new Vector(name, new FlvTag.Configuration(0, codec, bytes("01640028")), hex);
    }

    private static Vector sound(String name, AudioCodec codec, String hex) {
        return new Vector(name, new FlvTag.Sound(5, codec, bytes("fc")), hex);
    }

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    /** A stream: the file header and those tags, as hexadecimal text. */
    static byte[] stream(String... tags) {
        return bytes(HEADER + String.join("", tags));
    }

    /** As our writer writes them. */
    static byte[] written(List<FlvTag> tags) {
        var out = new ByteArrayOutputStream();
        var writer = new FlvWriter(out);
        try {
            writer.begin(true, true);
            for (var tag : tags) {
                writer.write(tag);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
