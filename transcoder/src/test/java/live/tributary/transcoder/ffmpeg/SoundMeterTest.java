// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.Waiting;
import live.tributary.transcoder.clip.Clip;
import live.tributary.transcoder.ffmpeg.EncoderOptions.Restarts;
import live.tributary.transcoder.media.AccessUnit;
import live.tributary.transcoder.media.MediaInput;
import live.tributary.transcoder.media.SoundLevels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Real children listen to real sound, which comes some times faster than live. */
final class SoundMeterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final String AAC = "-vn -t 4 -c:a aac -b:a 160k -ac 2";

    /**
     * A sine of 440 Hz with an eighth of full scale (−18.06 dB), as BS.1770 weighs it. FFmpeg makes stereo of mono with 3 dB
     * less on each side; what is mono is heard on both.
     */
    private static final double MONO_LUFS = -18.7;

    private static final double MONO_PEAK_DB = -18.06;
    private static final double STEREO_DB = -3.01;
    private static final int TIMES_FASTER = 5;

    @TempDir
    private Path folder;

    private Optional<SoundMeters> opened = Optional.empty();

    @AfterEach
    void leavesNothingBehind() {
        opened.ifPresent(SoundMeters::close);
        assertThat(children()).isEmpty();
        assertThat(folder.resolve("sound"))
                .satisfiesAnyOf(
                        directory -> assertThat(directory).doesNotExist(),
                        directory -> assertThat(directory).isEmptyDirectory());
    }

    private SoundMeters meters(int streams) {
        var restarts = new Restarts(List.of(Duration.ofMillis(100)), PATIENCE, Integer.MAX_VALUE, PATIENCE);
        var options = new SoundMeterOptions(
                folder.resolve("sound"), streams, Duration.ofSeconds(1), restarts, 256L << 20, SHORT);
        var meters = new SoundMeters(() -> Optional.of(new FfmpegExecutable(Programs.bundledFfmpeg())), options);
        opened = Optional.of(meters);
        return meters;
    }

    private SoundMeter begun(SoundMeters meters) {
        var meter = meters.meter("test");
        meter.begin();
        return meter;
    }

    private static List<MediaInput> sound(Path folder, String options) {
        return Clip.make(folder, "5", options).inputs();
    }

    /** The sound again and again, until that is heard. */
    private static SoundLevels hear(SoundMeter meter, List<MediaInput> sound, Predicate<SoundLevels> what) {
        playUntil(meter, sound, () -> meter.levels().filter(what).isPresent());
        return meter.levels().orElseThrow();
    }

    private static void playUntil(SoundMeter meter, List<MediaInput> sound, BooleanSupplier done) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long pause = Duration.ofMillis(lengthMillis(sound)).toNanos() / sound.size() / TIMES_FASTER;
        while (true) {
            for (var input : sound) {
                if (done.getAsBoolean()) {
                    return;
                }
                if (System.nanoTime() - deadline > 0) {
                    throw new AssertionError("never heard: " + meter.levels());
                }
                meter.note(input);
                LockSupport.parkNanos(pause);
            }
        }
    }

    private static long lengthMillis(List<MediaInput> sound) {
        return sound.stream()
                .filter(AccessUnit.class::isInstance)
                .mapToLong(unit -> ((AccessUnit) unit).decodeTime().milliseconds())
                .max()
                .orElseThrow();
    }

    private static List<ProcessHandle> children() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .filter(child -> child.info().commandLine().orElse("").contains("ebur128"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                AAC,
                "-vn -t 2 -c:a aac -ac 1 -ar 44100",
                "-vn -t 2 -c:a libopus -ac 2",
                "-vn -t 8 -c:a flac -ac 2",
                "-vn -t 2 -c:a ac3 -ac 2",
                "-vn -t 2 -c:a libmp3lame -ac 2 -ar 44100"
            })
    void measuresAToneWhateverCarriesIt(String options) {
        var meter = begun(meters(1));

        var heard = hear(meter, sound(folder, options), levels -> levels.momentaryLufs() > -30);

        double less = options.contains("-ac 1") ? 0 : STEREO_DB;
        assertThat(heard.momentaryLufs()).isCloseTo(MONO_LUFS + less, within(1.0));
        assertThat(heard.truePeakDb()).isCloseTo(MONO_PEAK_DB + less, within(1.5));
    }

    @Test
    void measuresThreeSecondsAndThenHearsSilence() {
        var meter = begun(meters(1));

        var heard = hear(meter, sound(folder, AAC), levels -> levels.shortTermLufs() > -30);
        assertThat(heard.shortTermLufs()).isCloseTo(MONO_LUFS + STEREO_DB, within(1.0));

        var silence = hear(meter, sound(folder, AAC + " -af volume=0"), levels -> levels.momentaryLufs() < -60);
        assertThat(silence.truePeakDb()).isLessThan(-60);
    }

    @Test
    void doesNotPretendToListenWhileItsChildIsGone() {
        var sound = sound(folder, AAC);
        var meter = begun(meters(1));
        hear(meter, sound, levels -> levels.momentaryLufs() > -30);

        children().forEach(ProcessHandle::destroyForcibly);

        playUntil(meter, sound, () -> meter.levels().isEmpty());
        hear(meter, sound, levels -> levels.momentaryLufs() > -30);
    }

    @Test
    void outlivesPoison() {
        var sound = sound(folder, AAC);
        var random = new Random(5);
        var poison = sound.stream()
                .<MediaInput>map(input -> input instanceof AccessUnit unit ? poisoned(unit, random) : input)
                .toList();
        var meters = meters(2);
        var victim = begun(meters);
        var other = begun(meters);
        playUntil(victim, poison, () -> !children().isEmpty());
        long first = children().getFirst().pid();
        // It gets nothing out of that, and another takes its place.
        playUntil(victim, poison, () -> children().stream().anyMatch(child -> child.pid() != first));
        assertThat(victim.levels()).isEmpty();

        assertThat(hear(other, sound, levels -> levels.momentaryLufs() > -30)).isNotNull();
        assertThat(hear(victim, sound, levels -> levels.momentaryLufs() > -30)).isNotNull();
    }

    private static AccessUnit poisoned(AccessUnit unit, Random random) {
        var bytes = new byte[unit.data().length + 300];
        random.nextBytes(bytes);
        return new AccessUnit(
                unit.track(),
                unit.codec(),
                unit.decodeTime(),
                unit.compositionOffset(),
                unit.keyFrame(),
                bytes,
                unit.arrivedAt());
    }

    @Test
    void listensToAsManyAsItMay() {
        var sound = sound(folder, AAC);
        var meters = meters(1);
        var first = begun(meters);
        var second = begun(meters);
        hear(first, sound, levels -> levels.momentaryLufs() > -30);
        sound.forEach(second::note);
        assertThat(children()).hasSize(1);
        assertThat(second.levels()).isEmpty();

        first.close();

        hear(second, sound, levels -> levels.momentaryLufs() > -30);
    }

    @Test
    void listensToNobodyUnlessItMay() {
        var meter = begun(meters(0));
        sound(folder, AAC).forEach(meter::note);
        assertThat(children()).isEmpty();
        assertThat(meter.levels()).isEmpty();
    }

    @Test
    void waitsForTheFirstPicture() {
        var meter = meters(1).meter("test");
        sound(folder, AAC).forEach(meter::note);
        assertThat(children()).isEmpty();
    }

    @Test
    void restsWhilePicturesAreLateAndListensAgain() {
        var sound = sound(folder, AAC);
        var meters = meters(1);
        var meter = begun(meters);
        hear(meter, sound, levels -> levels.momentaryLufs() > -30);

        meters.rest();

        assertThat(meter.levels()).isEmpty();
        Waiting.until("no child", PATIENCE, () -> children().isEmpty());
        hear(meter, sound, levels -> levels.momentaryLufs() > -30);
    }
}
