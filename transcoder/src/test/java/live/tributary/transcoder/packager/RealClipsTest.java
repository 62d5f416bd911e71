// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.fixtures.hls.PlaylistRules;
import live.tributary.transcoder.clip.Clip;
import live.tributary.transcoder.clip.Decoded;
import live.tributary.transcoder.clip.Recorder;
import live.tributary.transcoder.hls.View;
import live.tributary.transcoder.media.AccessUnit;
import live.tributary.transcoder.media.ColorDescription;
import live.tributary.transcoder.media.MediaInput;
import live.tributary.transcoder.media.VideoCodec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What real encoders send comes out whole, and real decoders have nothing to say about it. */
final class RealClipsTest {

    private static final String H264 = "-t 4 -c:v libx264 -preset ultrafast -g 60 -bf 0";
    private static final String AAC = " -c:a aac -ar 48000";

    @TempDir
    Path folder;

    /** Name, rate, options, sample entry and size as ffprobe says, and its words for the sound. */
    record Case(String name, String rate, String options, String videoTag, String audioTag, String audioCodecs) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("H.264 and AAC", "30", H264 + AAC, "avc1", "mp4a", "mp4a.40.2"),
                new Case("B-frames", "30", "-t 4 -c:v libx264 -bf 3 -g 60" + AAC, "avc1", "mp4a", "mp4a.40.2"),
                new Case("29.97 frames", "30000/1001", H264 + AAC, "avc1", "mp4a", "mp4a.40.2"),
                new Case(
                        "23.976 frames",
                        "24000/1001",
                        "-t 4 -c:v libx264 -bf 2 -g 48" + AAC,
                        "avc1",
                        "mp4a",
                        "mp4a.40.2"),
                new Case(
                        "60 frames, half-second GOP",
                        "60",
                        "-t 4 -c:v libx264 -bf 0 -g 30" + AAC,
                        "avc1",
                        "mp4a",
                        "mp4a.40.2"),
                new Case(
                        "44.1 kHz mono",
                        "25",
                        "-t 4 -c:v libx264 -bf 0 -g 50 -c:a aac -ar 44100 -ac 1",
                        "avc1",
                        "mp4a",
                        "mp4a.40.2"),
                new Case(
                        "HEVC",
                        "30",
                        "-t 4 -c:v libx265 -x265-params log-level=none:keyint=60" + AAC,
                        "hvc1",
                        "mp4a",
                        "mp4a.40.2"),
                new Case("Opus", "30", H264 + " -c:a libopus", "avc1", "Opus", "opus"),
                new Case("FLAC", "30", H264 + " -c:a flac", "avc1", "fLaC", "fLaC"),
                new Case("AC-3", "30", H264 + " -c:a ac3", "avc1", "ac-3", "ac-3"),
                new Case("E-AC-3", "30", H264 + " -c:a eac3", "avc1", "ec-3", "ec-3"),
                new Case(
                        "VP9",
                        "30",
                        "-t 4 -c:v libvpx-vp9 -deadline realtime -cpu-used 8 -g 60" + AAC,
                        "vp09",
                        "mp4a",
                        "mp4a.40.2"),
                new Case(
                        "AV1",
                        "30",
                        "-t 4 -c:v libaom-av1 -usage realtime -cpu-used 8 -g 60" + AAC,
                        "av01",
                        "mp4a",
                        "mp4a.40.2"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyFrameComesOutAsItWasSent(Case clipped) {
        var clip = Clip.make(folder, clipped.rate, clipped.options);
        var sent = new Decoded(clip.file());
        try (var studio = new Studio()) {
            var recorder = studio.session(clip.inputs()).end();

            var video = recorder.save(Recorder.SOURCE, folder.resolve("source.mp4"));
            var audio = recorder.save(Recorder.AUDIO, folder.resolve("audio.mp4"));
            video.mustDecodeWithoutWarning();
            audio.mustDecodeWithoutWarning();
            // AV1's delimiters are taken out, so its units are not the same bytes; its pictures are.
            assertThat(video.pictureHashes()).isEqualTo(sent.pictureHashes());
            if (!clipped.videoTag.equals("av01")) {
                assertThat(video.unitHashes("0:v")).isEqualTo(sent.unitHashes("0:v"));
            }
            // Sound that lies before the first frame is the only thing that may be left out.
            var sound = sent.unitHashes("0:a");
            var heard = audio.unitHashes("0:a");
            assertThat(heard).isEqualTo(sound.subList(sound.size() - heard.size(), sound.size()));
            assertThat(heard).hasSizeGreaterThan(sound.size() - 4);
            assertThat(studio.counters().dropped()).isZero();
            assertThat(video.probe("codec_tag_string,width,height")).containsExactly(clipped.videoTag + ",320,180");
            assertThat(audio.probe("codec_tag_string")).containsExactly(clipped.audioTag);
            assertThat(studio.packager.figures().audioCodecs()).isEqualTo(clipped.audioCodecs);
            assertThat(studio.problems).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"libopus", "aac"})
    void soundBesideReorderedPicturesLastsAsLongAsTheyDo(String encoder) {
        var clip = Clip.make(folder, "30", "-t 6 -c:v libx264 -bf 2 -b_strategy 0 -g 60 -ar 48000 -c:a " + encoder);
        try (var studio = new Studio()) {
            var recorder = studio.session(clip.inputs()).end();

            var picture = recorder.playlist(Recorder.SOURCE).segments();
            var sound = recorder.playlist(Recorder.AUDIO).segments();
            // What the last ones do is no matter: the stream ends with them.
            for (int i = 0; i < picture.size() - 1; i++) {
                assertThat(sound.get(i).duration())
                        .as("segment %d", i)
                        .isCloseTo(picture.get(i).duration(), within(0.03));
            }
            assertThat(new PlaylistRules().check(recorder.text(Recorder.AUDIO))).isEmpty();
        }
    }

    @Test
    void theJoinedViewHoldsBothTracksWhole() {
        var clip = Clip.make(folder, "30", H264 + AAC);
        var sent = new Decoded(clip.file());
        try (var studio = new Studio()) {
            var recorder = studio.session(clip.inputs()).end();

            var joined = recorder.save(Recorder.JOINED, folder.resolve("joined.mp4"));
            joined.mustDecodeWithoutWarning();
            assertThat(joined.unitHashes("0:v")).isEqualTo(sent.unitHashes("0:v"));
            assertThat(sent.unitHashes("0:a").subList(1, 186))
                    .isEqualTo(joined.unitHashes("0:a").subList(0, 185));
            assertThat(joined.pictureHashes()).isEqualTo(sent.pictureHashes());
        }
    }

    @Test
    void playersSeeTheColoursThatWereSaidBesideTheStream() {
        var inputs =
                new ArrayList<MediaInput>(Clip.make(folder, "30", H264 + AAC).inputs());
        inputs.addFirst(new ColorDescription(9, 18, 9, null, null));
        try (var studio = new Studio()) {
            var recorder = studio.session(inputs).end();

            assertThat(recorder.master(View.CANONICAL)).contains("VIDEO-RANGE=HLG");
            var video = recorder.save(Recorder.SOURCE, folder.resolve("hlg.mp4"));
            assertThat(video.probe("color_space,color_transfer,color_primaries"))
                    .containsExactly("bt2020nc,arib-std-b67,bt2020");
        }
    }

    @Test
    void playersAreToldOfCaptionsInThePicture() {
        var inputs =
                new ArrayList<MediaInput>(Clip.make(folder, "30", H264 + AAC).inputs());
        inputs.replaceAll(
                input -> input instanceof AccessUnit unit && unit.codec() == VideoCodec.AVC ? captioned(unit) : input);
        try (var studio = new Studio()) {
            var recorder = studio.session(inputs).end();

            assertThat(recorder.master(View.CANONICAL)).contains("INSTREAM-ID=\"CC1\"", "CLOSED-CAPTIONS=\"cc\"");
            recorder.save(Recorder.SOURCE, folder.resolve("captions.mp4")).mustDecodeWithoutWarning();
        }
    }

    /** The same frame behind a caption in supplemental enhancement information. */
    private static AccessUnit captioned(AccessUnit unit) {
        byte[] sei = HexFormat.of().parseHex("0604" + "0e" + "b5003147413934" + "03" + "41ff" + "fc9420" + "ff" + "80");
        var data = ByteBuffer.allocate(4 + sei.length + unit.data().length)
                .putInt(sei.length)
                .put(sei)
                .put(unit.data());
        return new AccessUnit(
                unit.track(),
                unit.codec(),
                unit.decodeTime(),
                unit.compositionOffset(),
                unit.keyFrame(),
                data.array(),
                unit.arrivedAt());
    }
}
