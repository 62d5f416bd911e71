// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.clip;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import live.tributary.transcoder.media.AccessUnit;
import live.tributary.transcoder.media.AudioCodec;
import live.tributary.transcoder.media.Codec;
import live.tributary.transcoder.media.MediaInput;
import live.tributary.transcoder.media.StreamHints;
import live.tributary.transcoder.media.TrackConfiguration;
import live.tributary.transcoder.media.VideoCodec;
import live.tributary.transcoder.media.WireTime;

/**
 * FLV files, as FFmpeg writes them, to the neutral model; "Enhanced RTMP v2" for the newer codecs. Everything arrives
 * at the moment that its timestamp says.
 */
final class FlvReader {

    private static final int FILE_HEADER = 13;
    private static final int AUDIO = 8;
    private static final int VIDEO = 9;

    private final Instant start;
    private final StreamHints hints;
    private final List<MediaInput> inputs = new ArrayList<>();

    FlvReader(Instant start, StreamHints hints) {
        this.start = start;
        this.hints = hints;
    }

    List<MediaInput> read(byte[] file) {
        inputs.add(hints);
        var in = ByteBuffer.wrap(file).position(FILE_HEADER);
        while (in.hasRemaining()) {
            int type = in.get();
            int length = number(in, 3);
            long millis = number(in, 3) | (in.get() & 0xFFL) << 24;
            in.position(in.position() + 3);
            var body = in.slice(in.position(), length);
            in.position(in.position() + length + 4);
            switch (type) {
                case AUDIO -> audio(body, millis);
                case VIDEO -> video(body, millis);
                default -> {}
            }
        }
        return inputs;
    }

    private void video(ByteBuffer body, long millis) {
        int first = body.get() & 0xFF;
        if ((first & 0x80) == 0) {
            int packet = body.get();
            int offset = signed24(body);
            unit(VideoCodec.AVC, packet == 0, packet == 1, (first >> 4) == 1, offset, body, millis);
            return;
        }
        int packet = first & 0xF;
        var codec = codec(body);
        boolean coded = packet == 1 || packet == 3;
        boolean hasOffset = packet == 1 && (codec == VideoCodec.AVC || codec == VideoCodec.HEVC);
        unit(codec, packet == 0, coded, (first >> 4 & 7) == 1, hasOffset ? signed24(body) : 0, body, millis);
    }

    private void audio(ByteBuffer body, long millis) {
        int first = body.get() & 0xFF;
        int format = first >> 4;
        if (format == 9) {
            var codec = codec(body);
            unit(codec, (first & 0xF) == 0, (first & 0xF) == 1, true, 0, body, millis);
        } else if (format == 10) {
            int packet = body.get();
            unit(AudioCodec.AAC, packet == 0, packet == 1, true, 0, body, millis);
        } else {
            unit(AudioCodec.MP3, false, true, true, 0, body, millis);
        }
    }

    private void unit(
            Codec codec, boolean configuration, boolean coded, boolean key, int offset, ByteBuffer body, long millis) {
        byte[] data = new byte[body.remaining()];
        body.get(data);
        if (configuration) {
            inputs.add(new TrackConfiguration(0, codec, data));
        } else if (coded && data.length > 0) {
            var arrival = start.plus(Duration.ofMillis(millis));
            inputs.add(new AccessUnit(0, codec, WireTime.ofMilliseconds(millis), offset, key, data, arrival));
        }
    }

    private static Codec codec(ByteBuffer body) {
        String name = "" + (char) body.get() + (char) body.get() + (char) body.get() + (char) body.get();
        return Optional.of(name)
                .map(known -> switch (known) {
                    case "avc1" -> (Codec) VideoCodec.AVC;
                    case "hvc1" -> VideoCodec.HEVC;
                    case "av01" -> VideoCodec.AV1;
                    case "vp09" -> VideoCodec.VP9;
                    case "mp4a" -> AudioCodec.AAC;
                    case "Opus" -> AudioCodec.OPUS;
                    case "fLaC" -> AudioCodec.FLAC;
                    case "ac-3" -> AudioCodec.AC3;
                    case "ec-3" -> AudioCodec.EAC3;
                    case ".mp3" -> AudioCodec.MP3;
                    default -> throw new IllegalArgumentException(known);
                })
                .get();
    }

    private static int number(ByteBuffer in, int bytes) {
        int value = 0;
        for (int i = 0; i < bytes; i++) {
            value = value << 8 | (in.get() & 0xFF);
        }
        return value;
    }

    private static int signed24(ByteBuffer in) {
        return number(in, 3) << 8 >> 8;
    }
}
