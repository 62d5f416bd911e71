// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.codec;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import live.tributary.transcoder.media.AudioCodec;
import live.tributary.transcoder.media.Codec;
import live.tributary.transcoder.media.StreamHints;
import live.tributary.transcoder.media.TrackConfiguration;
import live.tributary.transcoder.media.VideoCodec;

/** Records that real encoders wrote (FFmpeg 8 with x264, x265, libaom, SVT-AV1, libopus), and what ffprobe says. */
final class Vectors {

    static final StreamHints HINTS = StreamHints.ofSize(640, 360);

    private Vectors() {}

    /**
     * A record and what it says.
     *
     * @param rate frames per second with three decimals, 0.000 when the record does not tell
     */
    record VideoVector(
            String name,
            VideoCodec codec,
            String hex,
            String codecs,
            int width,
            int height,
            String rate,
            int transfer) {
        TrackConfiguration configuration() {
            return new TrackConfiguration(0, codec, HexFormat.of().parseHex(hex));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * A record and the content of the box that it becomes.
     *
     * @param boxHex dOps, dfLa, dac3, dec3, or the record itself
     */
    record AudioVector(
            String name, AudioCodec codec, String hex, String boxHex, String codecs, int rate, int channels) {
        TrackConfiguration configuration() {
            return new TrackConfiguration(0, codec, HexFormat.of().parseHex(hex));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<VideoVector> video() {
        return Stream.of(
                new VideoVector(
                        "H.264 High 1080p60, cropped",
                        VideoCodec.AVC,
                        "0164002affe1001b6764002aacd940780227e5c044000003000400000301e03c60c65801000668ebe3cb22c0fdf8f800",
                        "avc1.64002a",
                        1920,
                        1080,
                        "60.000",
                        2),
                new VideoVector(
                        "H.264 Main 720 interlaced",
                        VideoCodec.AVC,
                        "014d4020ffe10018674d4020eca02805df97011000003e90000ea601f162d96001000568fba3cb20",
                        "avc1.4d4020",
                        1280,
                        720,
                        "29.970",
                        2),
                new VideoVector(
                        "H.264 4:4:4",
                        VideoCodec.AVC,
                        "01f4001effe1001e67f4001e919b281405ff1380b502020940000003004000000c83c58b658001000668ebe3c44844fff8f800",
                        "avc1.f4001e",
                        640,
                        360,
                        "25.000",
                        2),
                new VideoVector(
                        "HEVC Main 1080p50",
                        VideoCodec.HEVC,
                        "0101600000009000000000007bf000fcfdf8f800000f03a00001001840010c01ffff01600000030090000003000003007b959809"
                                + "a10001002a42010101600000030090000003000003007ba003c08010e596566924caf0168080000003008000001904"
                                + "a2000100074401c172b46240",
                        "hvc1.1.6.L123.90",
                        1920,
                        1080,
                        "50.000",
                        2),
                new VideoVector(
                        "HEVC Main 10 2160p23.976 PQ",
                        VideoCodec.HEVC,
                        "01022000000090000000000096f000fcfdfafa00000f03a00001001840010c01ffff022000000300900000030000030096959409"
                                + "a10001002d420101022000000300900000030000030096a001e020021c4d965654a4c2f016a1220120800001f48000"
                                + "2ee004a2000100064401c073c189",
                        "hvc1.2.4.L150.90",
                        3840,
                        2160,
                        "23.976",
                        16),
                new VideoVector(
                        "AV1 1080p",
                        VideoCodec.AV1,
                        "81080c000a0b00000042abbfc3776be401",
                        "av01.0.08M.08",
                        1920,
                        1080,
                        "0.000",
                        2),
                new VideoVector(
                        "AV1 720p 10 bit",
                        VideoCodec.AV1,
                        "81084c000a0b00000042a67fd9e017c202",
                        "av01.0.08M.10",
                        1280,
                        720,
                        "0.000",
                        2),
                new VideoVector(
                        "AV1 whose sequence header comes in band",
                        VideoCodec.AV1,
                        "81080c00",
                        "av01.0.08M.08",
                        640,
                        360,
                        "0.000",
                        2),
                new VideoVector(
                        "VP9 as FFmpeg sends it",
                        VideoCodec.VP9,
                        "001f820202020000",
                        "vp09.00.31.08",
                        640,
                        360,
                        "0.000",
                        2),
                new VideoVector(
                        "VP9 as a full box, 10 bit PQ",
                        VideoCodec.VP9,
                        "010000000229a20910090000",
                        "vp09.02.41.10",
                        640,
                        360,
                        "0.000",
                        16));
    }

    static Stream<AudioVector> audio() {
        String stereoHead = "4f707573486561640102380180bb0000000000";
        String surroundHead = "4f707573486561640106380180bb00000000010402000401020305";
        String streamInfo = "120012000000c80004f10bb800f000002580412ff86260626166bdecbc206adb1573";
        return Stream.of(
                new AudioVector(
                        "AAC-LC mono 48 kHz", AudioCodec.AAC, "118856e500", "118856e500", "mp4a.40.2", 48_000, 1),
                new AudioVector(
                        "AAC-LC 5.1 44.1 kHz", AudioCodec.AAC, "123056e500", "123056e500", "mp4a.40.2", 44_100, 6),
                new AudioVector(
                        "HE-AAC stereo, explicit", AudioCodec.AAC, "2b118800", "2b118800", "mp4a.40.5", 24_000, 2),
                new AudioVector("HE-AAC v2, explicit", AudioCodec.AAC, "eb098800", "eb098800", "mp4a.40.29", 24_000, 1),
                new AudioVector(
                        "Opus stereo", AudioCodec.OPUS, stereoHead, "000201380000bb80000000", "opus", 48_000, 2),
                new AudioVector(
                        "Opus 5.1",
                        AudioCodec.OPUS,
                        surroundHead,
                        "000601380000bb800000010402000401020305",
                        "opus",
                        48_000,
                        6),
                new AudioVector(
                        "FLAC with magic",
                        AudioCodec.FLAC,
                        "664c614380000022" + streamInfo,
                        "80000022" + streamInfo,
                        "fLaC",
                        48_000,
                        1),
                new AudioVector("FLAC bare", AudioCodec.FLAC, streamInfo, "80000022" + streamInfo, "fLaC", 48_000, 1),
                // 48 kHz, 192 kb/s, bsid 8, stereo: F.4 lays the same fields out as 00 01000 000 010 0 01010 00000
                new AudioVector("AC-3 stereo", AudioCodec.AC3, "0b7700001440400000", "101140", "ac-3", 48_000, 2),
                new AudioVector("AC-3 5.1", AudioCodec.AC3, "0b7700001c40e10000", "103dc0", "ac-3", 48_000, 6),
                new AudioVector(
                        "E-AC-3 stereo", AudioCodec.EAC3, "0b7701ff3480000000", "0800200400", "ec-3", 48_000, 2));
    }

    static List<TrackConfiguration> all() {
        return Stream.concat(video().map(VideoVector::configuration), audio().map(AudioVector::configuration))
                .toList();
    }

    static Codec[] codecs() {
        return Stream.concat(Stream.of(VideoCodec.values()), Stream.of(AudioCodec.values()))
                .toArray(Codec[]::new);
    }
}
