// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.RunningProgram;
import live.tributary.fixtures.process.Waiting;
import live.tributary.transcoder.clip.Clip;
import live.tributary.transcoder.ffmpeg.EncoderOptions.ChildMemory;
import live.tributary.transcoder.ffmpeg.EncoderOptions.Patience;
import live.tributary.transcoder.ffmpeg.EncoderOptions.Restarts;
import live.tributary.transcoder.ffmpeg.EncoderPause.Cause;
import live.tributary.transcoder.media.AccessUnit;

import static live.tributary.transcoder.ffmpeg.Studio.H180;
import static live.tributary.transcoder.ffmpeg.Studio.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

/** Children that die, hang, lie and lag: the caller never waits, and nothing is left behind. */
@TestInstance(Lifecycle.PER_CLASS)
final class EncoderFaultsTest {

    @TempDir
    private Path folder;

    private Clip clip;

    private Returned returned = new Returned();

    @BeforeAll
    void makeClip(@TempDir Path clips) {
        clip = Clip.make(
                clips,
                "30",
                "-t 2 -c:v libx264 -preset veryfast -bf 2 -g 30 -x264-params scenecut=0 -pix_fmt yuv420p -an");
    }

    @BeforeEach
    void forget() {
        returned = new Returned();
    }

    @Test
    void goesOnAfterItsChildWasKilled() throws Exception {
        try (var studio = Studio.of(folder, clip, returned)) {
            begin(studio);
            long before = returned.times(H180).getLast();

            signal("-KILL", studio);
            studio.loopUntil("more pictures", () -> hasPicturesAfter(before + 500));

            assertThat(returned.told()).containsExactly("paused DIED");
            assertThat(studio.encoder().figures().deaths()).isEqualTo(1);
            assertThat(returned.times(H180)).as("no stretch twice").isSorted().doesNotHaveDuplicates();
            assertThat(returned.firstOfLastRun(H180)).isIn(studio.offeredKeyTimes());
            endsWithoutLeftOvers(studio);
        }
    }

    @Test
    void goesOnAfterItsChildWasStopped() throws Exception {
        try (var studio = Studio.of(folder, clip, returned)) {
            begin(studio);
            long before = returned.times(H180).getLast();

            signal("-STOP", studio);
            studio.loopUntil("more pictures", () -> hasPicturesAfter(before + 1_500));

            assertThat(returned.told()).containsExactly("paused HUNG");
            endsWithoutLeftOvers(studio);
        }
    }

    @Test
    void takesAnyNumberOfPicturesWithoutWaitingForAStoppedChild() throws Exception {
        try (var studio = Studio.of(folder, clip, returned)) {
            begin(studio);

            signal("-STOP", studio);
            studio.offerAtOnce(10);

            assertThat(studio.encoder().figures().skipped()).isPositive();
            studio.want();
            assertThat(studio.encoder().figures().skipped())
                    .as("by a child that is being ended")
                    .isPositive();
            endsWithoutLeftOvers(studio);
        }
    }

    @Test
    void survivesPicturesThatAreNone() throws Exception {
        try (var studio = Studio.of(folder, clip, returned)) {
            begin(studio);
            var random = new Random(11);
            studio.loopOnce(unit -> unit.keyFrame() ? unit : poisoned(unit, random));
            long after = studio.offeredTimes().getLast();

            studio.loopUntil("pictures after the poison", () -> hasPicturesAfter(after));

            assertThat(returned.told()).doesNotContain("given up DIED");
            endsWithoutLeftOvers(studio);
        }
    }

    private static AccessUnit poisoned(AccessUnit unit, Random random) {
        byte[] data = Arrays.copyOf(unit.data(), unit.data().length);
        for (int i = 5; i < data.length; i += 1 + random.nextInt(7)) {
            data[i] = (byte) random.nextInt();
        }
        return new AccessUnit(
                unit.track(), unit.codec(), unit.decodeTime(), unit.compositionOffset(), false, data, unit.arrivedAt());
    }

    @Test
    void givesUpAfterThreeDeathsAndStaysSo() throws Exception {
        try (var studio = scripted("exit 3", quickly())) {
            studio.configure();
            studio.want(H180);
            studio.loopUntil("the end of all tries", () -> returned.told().size() == 4);

            assertThat(returned.told()).containsExactly("paused DIED", "paused DIED", "paused DIED", "given up DIED");
            assertThat(returned.pauses().getFirst().detail()).startsWith("exit code 3");
            assertThat(studio.encoder().figures().givenUp()).isTrue();
            studio.offerAtOnce(2);
            assertThat(studio.encoder().figures().running()).isEmpty();
            endsWithoutLeftOvers(studio);
        }
    }

    @Test
    void givesUpAProgramThatCannotBeStarted() throws Exception {
        try (var studio = new Studio(folder.resolve("nothing"), quickly(), clip, returned)) {
            studio.configure();
            studio.want(H180);
            studio.loopUntil("the end of all tries", () -> returned.told().size() == 4);

            assertThat(returned.told()).endsWith("given up DIED");
            endsWithoutLeftOvers(studio);
        }
    }

    @Test
    void killsAChildThatSendsSomethingElse() throws Exception {
        String script = "for last; do :; done; exec " + Programs.bundledFfmpeg()
                + " -v error -f lavfi -i testsrc2=size=64x64 -c:v mpeg2video -f mpegts \"$last\"";
        try (var studio = scripted(script, quickly())) {
            studio.configure();
            studio.want(H180);
            studio.loopUntil("the end of all tries", () -> returned.told().size() == 4);

            assertThat(returned.pauses()).extracting(EncoderPause::cause).containsOnly(Cause.GARBAGE);
            assertThat(returned.pauses().getFirst().detail()).isEqualTo("h180: not the header of an FLV stream");
            endsWithoutLeftOvers(studio);
        }
    }

    @Test
    void killsAChildThatInventsPictures() throws Exception {
        String script = "for last; do :; done; exec " + Programs.bundledFfmpeg()
                + " -v error -f lavfi -i testsrc2=size=64x64 -c:v libx264 -preset ultrafast -pix_fmt yuv420p"
                + " -output_ts_offset 3600 -f flv \"$last\"";
        try (var studio = scripted(script, quickly())) {
            studio.configure();
            studio.want(H180);
            studio.loopUntil("the end of all tries", () -> returned.told().size() == 4);

            assertThat(returned.pauses()).extracting(EncoderPause::cause).containsOnly(Cause.GARBAGE);
            assertThat(returned.pictures(H180)).isEmpty();
        }
    }

    @Test
    void killsAChildThatGrowsTooLarge() throws Exception {
        var options = quickly();
        var small = new EncoderOptions(
                options.directory(), options.coder(), options.patience(), options.restarts(), new ChildMemory(1, 1));
        try (var studio = new Studio(Programs.bundledFfmpeg(), small, clip, returned)) {
            studio.configure();
            studio.want(H180);
            studio.loopUntil("an end", () -> !returned.told().isEmpty());

            assertThat(returned.told().getFirst()).isEqualTo("paused TOO_LARGE");
        }
    }

    @Test
    void dropsTheLargestRungOfAChildThatFallsBehind() throws Exception {
        var options = quickly();
        var impatient = new Patience(
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                Duration.ofMillis(300),
                Duration.ofSeconds(1),
                Duration.ofDays(20));
        var strict = new EncoderOptions(
                options.directory(), options.coder(), impatient, options.restarts(), options.memory());
        Path slow = script("exec " + Programs.bundledFfmpeg() + " -readrate 0.5 \"$@\"");
        try (var studio = new Studio(slow, strict, clip, returned)) {
            studio.configure();
            studio.want(H180, Studio.H90);
            studio.loopUntil("a drop", () -> returned.told().contains("dropped h180"));
            studio.loopUntil("the smaller rung alone", () -> returned.told().contains("paused REPLACED"));

            assertThat(studio.encoder().figures().dropped()).contains(H180);
            assertThat(studio.encoder().figures().deaths()).isZero();
            endsWithoutLeftOvers(studio);
        }
    }

    /** Deaths follow each other at once. */
    private EncoderOptions quickly() {
        var options = EncoderOptions.in(folder.resolve("encoder"));
        var restarts = new Restarts(List.of(Duration.ofMillis(10)), Duration.ofMinutes(1), 3, Duration.ofMinutes(1));
        return new EncoderOptions(options.directory(), options.coder(), options.patience(), restarts, options.memory());
    }

    private Studio scripted(String script, EncoderOptions options) throws IOException {
        return new Studio(script(script), options, clip, returned);
    }

    private Path script(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("ffmpeg"), "#!/bin/sh\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private void begin(Studio studio) {
        studio.configure();
        studio.want(H180);
        studio.loopUntil("pictures", () -> returned.times(H180).size() > 10);
    }

    private boolean hasPicturesAfter(long millis) {
        var times = returned.times(H180);
        return !times.isEmpty() && times.getLast() > millis;
    }

    private static void signal(String signal, Studio studio) {
        for (long pid : studio.children()) {
            try (var kill = RunningProgram.start(List.of("/bin/kill", signal, Long.toString(pid)))) {
                kill.awaitEnd(PATIENCE);
            }
        }
    }

    private static void endsWithoutLeftOvers(Studio studio) {
        studio.encoder().close();
        Waiting.until(
                "no child and no file",
                PATIENCE,
                () -> studio.children().isEmpty() && studio.leftOvers().isEmpty(),
                () -> studio.children() + " " + studio.leftOvers());
    }
}
