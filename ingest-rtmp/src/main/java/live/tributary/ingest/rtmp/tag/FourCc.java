// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.tag;

import java.nio.ByteBuffer;
import java.util.Optional;

import io.netty.buffer.ByteBuf;

import live.tributary.ingest.rtmp.AudioCodec;
import live.tributary.ingest.rtmp.VideoCodec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Four letters that name a codec, as one big-endian number (Enhanced RTMP, "Simple Data Types"). */
record FourCc(int value) {

    static FourCc of(String letters) {
        return new FourCc(ByteBuffer.wrap(letters.getBytes(ISO_8859_1)).getInt());
    }

    static FourCc read(ByteBuf in) {
        return new FourCc(Bytes.require(in, Integer.BYTES).readInt());
    }

    Optional<VideoCodec> video() {
        return switch (letters()) {
            case "avc1" -> Optional.of(VideoCodec.AVC);
            case "hvc1" -> Optional.of(VideoCodec.HEVC);
            case "av01" -> Optional.of(VideoCodec.AV1);
            case "vp09" -> Optional.of(VideoCodec.VP9);
            default -> Optional.empty();
        };
    }

    Optional<AudioCodec> audio() {
        return switch (letters()) {
            case "mp4a" -> Optional.of(AudioCodec.AAC);
            case "Opus" -> Optional.of(AudioCodec.OPUS);
            case "fLaC" -> Optional.of(AudioCodec.FLAC);
            case "ac-3" -> Optional.of(AudioCodec.AC3);
            case "ec-3" -> Optional.of(AudioCodec.EAC3);
            case ".mp3" -> Optional.of(AudioCodec.MP3);
            default -> Optional.empty();
        };
    }

    /** For people: what is not a printable letter becomes a question mark. */
    @Override
    public String toString() {
        return letters().replaceAll("[^\\x20-\\x7E]", "?");
    }

    private String letters() {
        return new String(ByteBuffer.allocate(Integer.BYTES).putInt(value).array(), ISO_8859_1);
    }
}
