// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.transcoder.ffmpeg.EncoderCommand.RungOutput;
import live.tributary.transcoder.ffmpeg.EncoderCommand.SoundOutput;
import live.tributary.transcoder.ffmpeg.EncoderOptions.Patience;
import live.tributary.transcoder.ffmpeg.EncoderOptions.Restarts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** The small decisions around a child, without one. */
final class EncoderRulesTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final Duration LOOK = Duration.ofMillis(200);

    @TempDir
    private Path folder;

    @Test
    void givesUpAfterThreeDeathsInAMinute() {
        var deaths = new Deaths(Restarts.DEFAULT);

        assertThat(deaths.add(Duration.ofSeconds(1), -SECOND)).isEqualTo(Duration.ofMillis(200));
        assertThat(deaths.add(Duration.ofSeconds(1), 0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(deaths.tooMany()).isFalse();
        assertThat(deaths.add(Duration.ofSeconds(1), 58 * SECOND)).isEqualTo(Duration.ofSeconds(2));
        assertThat(deaths.tooMany()).isTrue();
    }

    @Test
    void forgivesADeathAfterAMinute() {
        var deaths = new Deaths(Restarts.DEFAULT);
        deaths.add(Duration.ofSeconds(1), 0);
        deaths.add(Duration.ofSeconds(1), SECOND);

        assertThat(deaths.add(Duration.ofMinutes(1), 61 * SECOND))
                .as("after a healthy run the first waiting time again")
                .isEqualTo(Duration.ofMillis(200));
        assertThat(deaths.tooMany()).isFalse();
        assertThat(deaths.total()).isEqualTo(3);
    }

    @Test
    void losesPatienceWithWhatStaysBehind() {
        var behind = new FallingBehind(Patience.DEFAULT);

        assertThat(looks(behind, Duration.ofMillis(1_001), 0.9, 0)).isEqualTo(15);
        assertThat(looks(behind, Duration.ofSeconds(1), 0.9, 0))
                .as("not behind")
                .isZero();
        assertThat(looks(behind, Duration.ofSeconds(8), 1.2, 0))
                .as("catching up")
                .isZero();
    }

    @Test
    void countsASkippedQueueAsHalfAPatience() {
        var behind = new FallingBehind(Patience.DEFAULT);

        assertThat(behind.judge(Duration.ZERO, 0.5, 1, LOOK)).isFalse();
        assertThat(behind.judge(Duration.ZERO, 0.5, 2, LOOK)).isFalse();
        assertThat(behind.judge(Duration.ofSeconds(2), 0.5, 2, LOOK)).isTrue();
    }

    /** How many looks until the patience ends; 0 when it does not within ten seconds. */
    private static int looks(FallingBehind behind, Duration lag, double speed, int skips) {
        return IntStream.rangeClosed(1, 50)
                .filter(_ -> behind.judge(lag, speed, skips, LOOK))
                .findFirst()
                .orElse(0);
    }

    @Test
    void measuresTheSpeedOfAChildThatWaitsForUs() {
        var pace = new Pace();
        var flow = new Flow();
        for (int i = 0; i < 100; i++) {
            long now = i * SECOND / 25;
            flow.writing(now);
            flow.written(i * 40L + 80, now);
            pace.returned(i * 40L, flow, now + SECOND / 100);
        }
        assertThat(pace.speed()).as("10 ms for a picture of 40 ms").isCloseTo(4, within(0.01));
    }

    @Test
    void measuresTheSpeedOfAChildThatIsBehind() {
        var pace = new Pace();
        var flow = new Flow();
        for (int i = 0; i < 100; i++) {
            long now = i * SECOND / 20;
            flow.writing(now);
            flow.written(i * 40L + 1_000, now);
            pace.returned(i * 40L, flow, now + SECOND / 1000);
        }
        assertThat(pace.speed()).as("50 ms for a picture of 40 ms").isCloseTo(0.8, within(0.01));
    }

    @Test
    void keepsTheNewestGopAndForgetsOneWithoutEnd() {
        var gop = new NewestGop();
        gop.add(picture(0, false));
        assertThat(gop.isEmpty()).as("nothing can begin here").isTrue();

        gop.add(picture(40, true));
        gop.add(picture(80, false));
        gop.add(picture(120, true));
        gop.add(picture(160, false));
        assertThat(gop.startMillis()).isEqualTo(120);
        assertThat(gop.pictures()).hasSize(2);

        gop.add(picture(12_121, false));
        assertThat(gop.isEmpty()).isTrue();
    }

    private static EncoderPicture picture(long millis, boolean key) {
        return new EncoderPicture(millis, 0, key, new byte[1]);
    }

    @Test
    void remembersTheLastHundredLinesAndNoneOfThemWhole() {
        var words = new LastWords("test");
        words.drain(new StringReader("x".repeat(1_000) + "\n"));
        assertThat(words.last()).hasSize(LastWords.LONGEST_LINE);

        words.drain(new StringReader("and\n\nso on\n".repeat(100) + "the last"));

        assertThat(words.count()).isEqualTo(LastWords.LINES);
        assertThat(words.last()).isEqualTo("the last");
    }

    @Test
    void opensSocketsThatOnlyThisUserReaches() throws Exception {
        try (var run = RunFolder.create(folder);
                var socket = ReturnSocket.open(run.path(), Studio.H90)) {
            Path file = run.path().resolve("h90.sock");
            assertThat(socket.url()).isEqualTo("unix:" + file);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(run.path())))
                    .isEqualTo("rwx------");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void takesAPortOfThisMachineWhereAPathIsTooLong() throws Exception {
        Path deep = Files.createDirectories(folder.resolve("a".repeat(100)));
        try (var socket = ReturnSocket.open(deep, Studio.H90)) {
            assertThat(socket.url()).matches("tcp://127\\.0\\.0\\.1:\\d+");
        }
        assertThat(deep).isEmptyDirectory();
    }

    @Test
    void sweepsWhatAKilledNodeLeft() throws Exception {
        var left = RunFolder.create(folder);
        Files.createFile(left.path().resolve("h90.sock"));

        RunFolder.sweep(folder);
        RunFolder.sweep(folder.resolve("not there yet"));

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void givesTheChildItsArgumentsOneByOne() {
        var command = new EncoderCommand(
                Path.of("/opt/ffmpeg"),
                VideoCoder.X264,
                List.of(new RungOutput(Studio.LARGE, "unix:/run/a"), new RungOutput(Studio.SMALL, "unix:/run/b")),
                List.of(new SoundOutput("unix:/run/c")));

        assertThat(String.join(" ", command.arguments()))
                .isEqualTo("/opt/ffmpeg -hide_banner -loglevel warning -nostats"
                        + " -protocol_whitelist pipe -copyts -flags low_delay -probesize 32768 -analyzeduration 1"
                        + " -fpsprobesize 0 -f flv -i pipe:0 -filter_complex_threads 1 -filter_complex"
                        + " [0:v]split=2[in0][in1];[in0]scale=320:180,format=yuv420p[out0];"
                        + "[in1]select='key+not(mod(n,2))',scale=160:90,format=yuv420p[out1]"
                        + " -map [out0] -c:v libx264 -preset veryfast -tune zerolatency -profile:v high -threads 1"
                        + " -x264-params scenecut=0:keyint=600 -level:v 21 -force_key_frames source -fps_mode passthrough"
                        + " -enc_time_base 1:1000 -b:v 300000 -maxrate 300000 -bufsize 300000"
                        + " -flush_packets 1 -flvflags no_duration_filesize -f flv unix:/run/a"
                        + " -map [out1] -c:v libx264 -preset veryfast -tune zerolatency -profile:v high -threads 1"
                        + " -x264-params scenecut=0:keyint=600 -level:v 12 -force_key_frames source -fps_mode passthrough"
                        + " -enc_time_base 1:1000 -b:v 100000 -maxrate 100000 -bufsize 100000"
                        + " -flush_packets 1 -flvflags no_duration_filesize -f flv unix:/run/b"
                        + " -map 0:a -af aresample=async=1 -c:a aac -ac 2 -b:a 128000 -ar 48000"
                        + " -flush_packets 1 -flvflags no_duration_filesize -f flv unix:/run/c");
    }

    @Test
    void refusesOptionsThatCannotWork() {
        assertThatThrownBy(() -> new Restarts(List.of(), Duration.ZERO, 1, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Patience(LOOK, LOOK, LOOK, LOOK, LOOK, Duration.ofDays(25)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
