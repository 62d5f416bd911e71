// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import org.junit.jupiter.api.Test;

import live.tributary.transcoder.media.SoundLevels;

import static org.assertj.core.api.Assertions.assertThat;

final class SoundGaugeTest {

    private final SoundGauge gauge = new SoundGauge();

    private void tenth(String momentary, String shortTerm, String peak) {
        gauge.line("frame:7    pts:172704  pts_time:0.8995");
        gauge.line("lavfi.r128.M=" + momentary);
        gauge.line("lavfi.r128.S=" + shortTerm);
        gauge.line("lavfi.r128.LRA=0.000");
        gauge.line("lavfi.astats.Overall.Peak_level=" + peak);
    }

    private void next() {
        gauge.line("frame:8    pts:191904  pts_time:0.9995");
    }

    @Test
    void tellsTheLoudestOfASecondAndTheNewestOfThree() {
        tenth("-12.5", "-20", "-3.2");
        for (int i = 0; i < 9; i++) {
            tenth("-30", "-21", "-9");
        }
        next();
        assertThat(gauge.levels()).contains(new SoundLevels(-12.5, -21, -3.2));

        tenth("-30", "-22", "-9");
        next();
        assertThat(gauge.levels()).contains(new SoundLevels(-30, -22, -9));
    }

    @Test
    void takesSilenceForAMeasure() {
        tenth("-120.691", "-120.691", "-inf");
        next();
        assertThat(gauge.levels()).contains(new SoundLevels(-120, -120, -120));
    }

    @Test
    void saysNothingOfATenthThatIsNotWhole() {
        gauge.line("frame:601  pts:11526048 pts_time:60.0315");
        gauge.line("lavfi.astats.Overall.Peak_level=-70.308734");
        next();
        tenth("nan", "-20", "-3");
        next();
        tenth("-20", "-20", "1e300");
        next();
        tenth("-20", "loud", "-3");
        next();
        assertThat(gauge.levels()).isEmpty();
    }
}
