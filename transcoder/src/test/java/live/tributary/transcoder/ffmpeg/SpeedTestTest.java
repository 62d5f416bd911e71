// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import live.tributary.fixtures.process.Programs;
import live.tributary.transcoder.ladder.EncodingCost;

import static org.assertj.core.api.Assertions.assertThat;

final class SpeedTestTest {

    @Test
    void measuresThisMachine() throws Exception {
        var result = SpeedTest.run(new FfmpegExecutable(Programs.bundledFfmpeg()), VideoCoder.X264);

        assertThat(result).isInstanceOfSatisfying(SpeedTest.Measured.class, measured -> {
            assertThat(measured.speed()).isPositive();
            assertThat(measured.cost().decode()).isBetween(0.0001, 0.1);
            assertThat(measured.cost().encode()).isBetween(0.001, 1.0);
        });
    }

    @Test
    void saysWhyAProgramCannotBeMeasured() throws Exception {
        assertThat(SpeedTest.run(new FfmpegExecutable(Path.of("/bin/false")), VideoCoder.X264))
                .isEqualTo(new SpeedTest.Failed(""));
    }

    @Test
    void knowsOnlyCodersOfTheBundledProgram() throws Exception {
        var known = ShortRun.of(
                List.of(Programs.bundledFfmpeg().toString(), "-hide_banner", "-encoders"), Duration.ofSeconds(30));

        assertThat(VideoCoder.values())
                .allSatisfy(coder -> assertThat(known.output())
                        .contains(" " + coder.arguments().get(1) + " "));
    }

    @Test
    void tellsWhatAMachineOfTwoCoresCarries() {
        assertThat(new MachineLadder(2, new SpeedTest.Measured(EncodingCost.ASSUMED, 3.14)).lines())
                .containsExactly(
                        "ladder: 2 cores, 1.2 of them may encode; 720p30 to 480p and 360p ran at 3.1 x live speed",
                        "ladder: 1080p60: 480p30; 480p30 of 2 at once",
                        "ladder: 1080p30: 480p; 480p of 3 at once",
                        "ladder: 720p30: 360p; 360p of 7 at once");
    }

    @Test
    void tellsWhatAMachineIsTooSmallFor() {
        var slow = new SpeedTest.Measured(new EncodingCost(0.02, 0.2), 0.3);

        assertThat(new MachineLadder(1, slow).lines())
                .contains("ladder: 1080p60: source only, this machine is too small to encode it");
        assertThat(slow.isFastEnough()).isFalse();
    }
}
