// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.Waiting;
import live.tributary.transcoder.clip.Clip;
import live.tributary.transcoder.clip.Decoded;
import live.tributary.transcoder.ffmpeg.EncoderOptions.Patience;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.media.AccessUnit;
import live.tributary.transcoder.media.AudioCodec;
import live.tributary.transcoder.media.TrackConfiguration;
import live.tributary.transcoder.media.VideoCodec;

import static live.tributary.transcoder.ffmpeg.Studio.H180;
import static live.tributary.transcoder.ffmpeg.Studio.H90;
import static live.tributary.transcoder.ffmpeg.Studio.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Real sources through the real encoder. */
@TestInstance(Lifecycle.PER_CLASS)
final class EncoderTest {

    /** Three pictures in a row wait for a later one, and key frames come when they like. */
    private static final String REORDERED = "-t 5 -c:v libx264 -preset veryfast -bf 3 -pix_fmt yuv420p -an"
            + " -x264-params keyint=600:scenecut=0 -force_key_frames expr:eq(n,0)+eq(n,37)+eq(n,100)+eq(n,111)";

    @TempDir
    private Path folder;

    private Clip reordered;

    private Returned returned = new Returned();

    @BeforeAll
    void makeClip(@TempDir Path clips) {
        reordered = Clip.make(clips, "30", REORDERED);
    }

    @BeforeEach
    void forget() {
        returned = new Returned();
    }

    @Test
    void givesEveryPictureBackAtItsOwnTimeWithTheKeyFramesOfTheSource() throws Exception {
        try (var studio = Studio.of(folder, reordered, returned)) {
            studio.want(H180, H90);
            studio.play();
            studio.end();
            awaitPaused();

            assertThat(returned.times(H180)).isEqualTo(studio.offeredTimes());
            assertThat(returned.keyTimes(H180)).isEqualTo(studio.offeredKeyTimes());
            assertThat(returned.keyTimes(H90)).isEqualTo(studio.offeredKeyTimes());
            assertThat(returned.times(H90))
                    .as("every other picture, and each key frame")
                    .hasSizeBetween(75, 79)
                    .isSorted()
                    .isSubsetOf(studio.offeredTimes());
            assertThat(studio.leftOvers()).isEmpty();
        }
        assertThat(returned.told()).containsExactly("paused NOT_WANTED");
        mustDecode(H180, 150, "320,180");
        mustDecode(H90, returned.times(H90).size(), "160,90");
    }

    private void mustDecode(RenditionName rung, int pictures, String size) throws Exception {
        var decoded = new Decoded(returned.file(folder, rung));
        decoded.mustDecodeWithoutWarning();
        assertThat(decoded.pictureHashes()).hasSize(pictures);
        assertThat(decoded.probe("width,height")).containsExactly(size);
        assertThat(decoded.probe("profile,has_b_frames")).containsExactly("High,0");
    }

    @Test
    void runsOnlyWhileSomebodyWatchesAndBeginsWithTheNewestKeyFrame() throws Exception {
        try (var studio = Studio.of(folder, reordered, returned)) {
            studio.play();
            assertThat(studio.encoder().figures().running()).isEmpty();

            studio.want(H180);

            long newestKeyFrame = studio.offeredKeyTimes().getLast();
            Waiting.until("a picture", PATIENCE, () -> !returned.times(H180).isEmpty());
            assertThat(returned.times(H180).getFirst()).isEqualTo(newestKeyFrame);
            assertThat(studio.encoder().figures().running()).containsExactly(H180);
            studio.encoder().want(Set.of());
            awaitPaused();
            assertThat(studio.encoder().figures().running()).isEmpty();
        }
    }

    @Test
    void changesItsRungsAtAKeyFrameWithoutLosingAPicture() throws Exception {
        try (var studio = Studio.of(folder, reordered, returned)) {
            studio.want(H180);
            studio.play(unit -> {
                if (unit.decodeTime().milliseconds() > 2_000) {
                    studio.want(H180, H90);
                }
                return true;
            });
            studio.end();
            Waiting.until("both ends", PATIENCE, () -> returned.told().size() == 2);

            assertThat(returned.times(H180)).isEqualTo(studio.offeredTimes());
            assertThat(returned.times(H90).getFirst())
                    .isEqualTo(studio.offeredKeyTimes().get(2));
            assertThat(returned.configurations(H180)).hasSize(2);
        }
        assertThat(returned.told()).containsExactly("paused REPLACED", "paused NOT_WANTED");
    }

    /** Every run is too old at once: as many runs as key frames, and nobody can tell from the pictures. */
    @Test
    void replacesARunThatGrewOldAtAKeyFrame() throws Exception {
        var options = EncoderOptions.in(folder.resolve("encoder"));
        var usual = options.patience();
        var shortLived = new Patience(
                usual.firstPicture(), usual.silence(), usual.queue(), usual.lag(), usual.behind(), Duration.ZERO);
        var old = new EncoderOptions(
                options.directory(), options.coder(), shortLived, options.restarts(), options.memory());
        try (var studio = new Studio(Programs.bundledFfmpeg(), old, reordered, returned)) {
            studio.want(H180);
            studio.play();
            studio.end();
            Waiting.until("all ends", PATIENCE, () -> returned.told().size() == 4);

            assertThat(returned.times(H180)).isEqualTo(studio.offeredTimes());
            assertThat(returned.keyTimes(H180)).isEqualTo(studio.offeredKeyTimes());
            assertThat(returned.configurations(H180)).hasSize(4);
        }
        assertThat(returned.told())
                .containsExactly("paused REPLACED", "paused REPLACED", "paused REPLACED", "paused NOT_WANTED");
    }

    @Test
    void beginsAnewWithAnotherConfiguration() throws Exception {
        var other = Clip.make(folder, "25", "-t 2 -c:v libx264 -preset veryfast -bf 0 -s 426x240 -pix_fmt yuv420p -an");
        try (var studio = Studio.of(folder, reordered, returned)) {
            studio.want(H180);
            studio.play();
            long before = studio.offeredTimes().size();
            studio.playOn(other);
            studio.end();
            Waiting.until("both ends", PATIENCE, () -> returned.told().size() == 2);

            assertThat(before).isEqualTo(150);
            assertThat(returned.times(H180)).isEqualTo(studio.offeredTimes());
            assertThat(returned.configurations(H180)).hasSize(2);
        }
    }

    /** Codec, FFmpeg's encoder and its options. */
    @ParameterizedTest
    @CsvSource({
        "HEVC, -c:v libx265 -preset ultrafast -x265-params log-level=error -pix_fmt yuv420p10le",
        "AV1, -c:v libaom-av1 -usage realtime -cpu-used 8",
        "VP9, -c:v libvpx-vp9 -deadline realtime -cpu-used 8"
    })
    void makesPlainH264OfTheNewerCodecs(VideoCodec codec, String options) throws Exception {
        var clip = Clip.make(folder, "25", "-t 2 -g 25 -an " + options);
        try (var studio = Studio.of(folder, clip, returned)) {
            studio.want(H180);
            studio.play();
            studio.end();
            awaitPaused();

            assertThat(studio.pictures()).allMatch(unit -> unit.codec() == codec);
            assertThat(returned.times(H180)).isEqualTo(studio.offeredTimes());
            assertThat(returned.keyTimes(H180)).isEqualTo(studio.offeredKeyTimes());
        }
        var decoded = new Decoded(returned.file(folder, H180));
        decoded.mustDecodeWithoutWarning();
        assertThat(decoded.probe("pix_fmt")).containsExactly("yuv420p");
    }

    @ParameterizedTest
    @CsvSource({
        "OPUS, -c:a libopus",
        "FLAC, -c:a flac",
        "AC3, -c:a ac3",
        "EAC3, -c:a eac3",
        "MP3, -c:a libmp3lame -ar 44100"
    })
    void makesAacOfSoundThatNotEveryBrowserPlays(AudioCodec codec, String options) throws Exception {
        var clip = Clip.make(folder, "25", "-t 3 -g 25 -c:v libx264 -preset ultrafast -pix_fmt yuv420p " + options);
        try (var studio = Studio.of(folder, clip, returned)) {
            if (codec == AudioCodec.MP3) {
                studio.encoder().configure(new TrackConfiguration(0, codec, new byte[0]));
            }
            studio.want(RenditionName.AAC, H90);
            studio.play();
            studio.end();
            awaitPaused();

            assertThat(studio.sounds()).allMatch(unit -> unit.codec() == codec);
            long first = studio.shiftMillis() + soundStart(studio.sounds().getFirst());
            assertThat(returned.sound().getFirst().millis()).isCloseTo(first, within(60L));
            assertThat(returned.times(H90)).isNotEmpty();
        }
        assertThat(returned.sound().getLast().millis()
                        - returned.sound().getFirst().millis())
                .as("as long as the source")
                .isBetween(2_850L, 3_150L);
        var decoded = new Decoded(returned.soundFile(folder));
        decoded.mustDecodeWithoutWarning();
        assertThat(decoded.probe("codec_name,channels")).containsExactly("aac,2");
    }

    private static long soundStart(AccessUnit unit) {
        return unit.decodeTime().milliseconds();
    }

    @Test
    void makesSoundAloneWhereNobodyWatchesARung() throws Exception {
        var clip = Clip.make(folder, "25", "-t 3 -g 25 -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a libopus");
        try (var studio = Studio.of(folder, clip, returned)) {
            studio.want(RenditionName.AAC);
            studio.play();
            studio.end();
            awaitPaused();
        }
        assertThat(returned.sound()).hasSizeGreaterThan(100);
    }

    @Test
    void measuresWhatItTakes() throws Exception {
        try (var studio = Studio.of(folder, reordered, returned)) {
            studio.want(H180);
            studio.play();
            Waiting.until(
                    "figures",
                    PATIENCE,
                    () -> studio.encoder().figures().coresUsed() > 0
                            && studio.encoder().figures().residentBytes() > 0);

            var figures = studio.encoder().figures();
            assertThat(figures.speed()).isGreaterThan(0);
            assertThat(figures.lag()).isLessThan(Duration.ofSeconds(1));
            assertThat(figures.deaths()).isZero();
            assertThat(figures.skipped()).isZero();
        }
    }

    @Test
    void refusesToMakeWhatIsNotInItsLadder() throws Exception {
        try (var studio = Studio.of(folder, reordered, returned)) {
            assertThatThrownBy(() -> studio.want(new RenditionName("h720")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("h720");
        }
    }

    private void awaitPaused() {
        Waiting.until("the end of the run", PATIENCE, () -> !returned.told().isEmpty());
    }
}
