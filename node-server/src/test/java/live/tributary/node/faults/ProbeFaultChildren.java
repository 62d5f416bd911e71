// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.hls.Allowance;
import live.tributary.fixtures.hls.PlaylistHistory;
import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.RunningProgram;
import live.tributary.fixtures.process.Waiting;
import live.tributary.fixtures.publisher.Clip;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.fixtures.publisher.Programme;
import live.tributary.node.fixtures.EncoderChildren;
import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.RunningNode;
import live.tributary.node.fixtures.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** The encoder of smaller pictures is killed, stopped and fed with rubbish while strict viewers watch every rendition. */
@Tag("benchmark")
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProbeFaultChildren {

    private static final int TIMES = Integer.getInteger("probe.deaths", 5);
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2 + 2L * TIMES);
    private static final Duration DEADLINE = Duration.ofMinutes(1);

    /** Three deaths in a minute would be the end of its tries. */
    private static final Duration APART = Duration.ofSeconds(31);

    private static final Duration BACK_AFTER_DEATH = Duration.ofSeconds(3);

    /** A child that hangs is noticed after five seconds. */
    private static final Duration BACK_AFTER_STANDSTILL = Duration.ofSeconds(9);

    private static final Pattern GAPS = Pattern.compile("#EXT-X-GAP");

    private final RunningNode node;
    private final House house;

    ProbeFaultChildren(TestDatabase database) {
        node = RunningNode.start(
                database,
                "tributary.ladder.encode=always",
                "tributary.ladder.cores=16",
                "tributary.studio.clean-grace=1s");
        house = House.on(node);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void killedAndStoppedItComesBackAndTheSourceNoticesNothing(@TempDir Path folder) throws Exception {
        try (var scene = Scene.on(house, "children", 1);
                var encoder = scene.publish(clip(folder))) {
            scene.awaitLive();
            awaitPictures(scene);
            // Where an encoder ends, its renditions have holes; where it ends too often, they are given up.
            var watching = scene.watch(Allowance.HOLES, Allowance.WITHDRAWN_RUNGS);
            var random = new Random(1);
            for (int time = 1; time <= TIMES; time++) {
                suffer(scene, "-KILL", BACK_AFTER_DEATH, 2, random);
                suffer(scene, "-STOP", BACK_AFTER_STANDSTILL, 5, random);
            }
            assertThat(encoder.connections()).isEqualTo(1);
            encoder.stop();
            var histories = watching.histories(DEADLINE);
            System.out.printf("%d kills and %d standstills of the encoder: %s%n", TIMES, TIMES, histories);
            assertThat(histories)
                    .anySatisfy((playlist, _) -> assertThat(playlist).contains("h360"))
                    .allSatisfy((_, history) -> assertThat(history.ended()).isTrue());
            assertThat(histories.entrySet())
                    .filteredOn(history -> !history.getKey().startsWith("h"))
                    .isNotEmpty()
                    .allSatisfy(history -> untouched(history.getValue()));
        }
    }

    @Test
    void poisonedItCostsOthersNothing(@TempDir Path folder) throws Exception {
        var clip = clip(folder);
        var poison = poisoned(clip, folder.resolve("poison.flv"));
        try (var neighbour = Scene.on(house, "neighbour", 1);
                var good = neighbour.publish(clip);
                var scene = Scene.on(house, "poisoned", 1)) {
            neighbour.awaitLive();
            awaitPictures(neighbour);
            var watching = neighbour.watch(Allowance.WITHDRAWN_RUNGS);
            try (var bad = scene.publish(poison)) {
                scene.awaitLive();
                awaitPictures(scene);
                scene.awaitSegments(15);
                System.out.printf(
                        "broken pictures: %d connections, %d segments are gaps, smaller pictures %s%n",
                        bad.connections(), gapsWhereMade(scene), isMade(scene) ? "are made" : "were given up");
                awaitComplaint(scene);
                assertThat(complaints(neighbour)).isEmpty();
            }
            try (var healed = scene.publishDirectly(clip)) {
                scene.awaitSegments(3);
                long gaps = gapsWhereMade(scene);
                scene.awaitSegments(3);
                assertThat(gapsWhereMade(scene)).as("gaps after the poison").isLessThanOrEqualTo(gaps);
                assertThat(healed.isRunning()).isTrue();
            }
            good.stop();
            assertThat(watching.histories(DEADLINE).values()).allSatisfy(ProbeFaultChildren::untouched);
        }
    }

    private static void suffer(Scene scene, String signal, Duration back, int mostGaps, Random random) {
        LockSupport.parkNanos(APART.plusMillis(random.nextInt(2_000)).toNanos());
        long gapsBefore = gaps(scene);
        var victim = EncoderChildren.running().findFirst().orElseThrow();
        send(signal, victim);
        long start = System.nanoTime();
        Waiting.until("the end of a child", DEADLINE, () -> !victim.isAlive());
        Waiting.until(
                "the next child",
                DEADLINE,
                () -> EncoderChildren.running().findAny().isPresent());
        var away = Duration.ofNanos(System.nanoTime() - start);
        scene.awaitSegments(8);
        long gaps = gaps(scene) - gapsBefore;
        System.out.printf(
                "encoder %s: the next one ran after %d ms, %d segments are gaps%n", signal, away.toMillis(), gaps);
        assertThat(away).isLessThan(back);
        assertThat(gaps).isLessThanOrEqualTo(mostGaps);
    }

    private static void send(String signal, ProcessHandle victim) {
        try (var kill = RunningProgram.start(List.of("/bin/kill", signal, Long.toString(victim.pid())))) {
            assertThat(kill.awaitEnd(DEADLINE)).isZero();
        }
    }

    private static void awaitPictures(Scene scene) {
        // What is listed as a gap has an address too; parts are there only where there are pictures.
        Waiting.until(
                "smaller pictures", DEADLINE, () -> scene.text("h360.m3u8").contains("#EXT-X-PART:"));
    }

    /** A decoder that finds no good picture in the poison goes on and on. */
    private static void awaitComplaint(Scene scene) {
        try (var decoder = decoder(scene)) {
            Waiting.until(
                    "a complaint about the poison",
                    DEADLINE,
                    () -> !decoder.output().isBlank());
        }
    }

    /** What a decoder has to say about four seconds of the publisher's own picture. */
    private static String complaints(Scene scene) {
        try (var decoder = decoder(scene)) {
            assertThat(decoder.awaitEnd(DEADLINE)).as(decoder.output()).isZero();
            return decoder.output().strip();
        }
    }

    private static RunningProgram decoder(Scene scene) {
        var source = scene.address("source.m3u8").toString();
        return RunningProgram.start(
                List.of(Programs.DEBIAN_FFMPEG.toString(), "-v", "error", "-t", "4", "-i", source, "-f", "null", "-"));
    }

    private static long gaps(Scene scene) {
        return GAPS.matcher(scene.text("h360.m3u8")).results().count();
    }

    /** What was given up has no playlist. */
    private static long gapsWhereMade(Scene scene) {
        return isMade(scene) ? gaps(scene) : 0;
    }

    private static boolean isMade(Scene scene) {
        return scene.text("master.m3u8").contains("h360.m3u8");
    }

    private static void untouched(PlaylistHistory history) {
        assertThat(history.discontinuities()).isZero();
        assertThat(history.longestPause()).isLessThan(Duration.ofSeconds(2));
    }

    private static Clip clip(Path folder) {
        var programme = Programme.synthetic().sized(1280, 720).lasting(LONG_ENOUGH);
        return FfmpegPublisher.record(Programs.DEBIAN_FFMPEG, programme, folder.resolve("clip.flv"));
    }

    /** Ten good seconds; then whatever is no key frame has its bytes changed, all but those that frame it. */
    private static Clip poisoned(Clip clip, Path file) {
        var command = List.of(
                Programs.bundledFfmpeg().toString(),
                "-v",
                "error",
                "-i",
                clip.file().toString(),
                "-c",
                "copy",
                "-bsf:v",
                "noise=amount='if(gt(n,300)*not(key),40,0)'",
                file.toString());
        try (var ffmpeg = RunningProgram.start(command)) {
            assertThat(ffmpeg.awaitEnd(DEADLINE)).as(ffmpeg.output()).isZero();
        }
        return Programme.clip(file);
    }
}
