// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.util.Map;

import org.junit.jupiter.api.Test;

import live.tributary.node.fixtures.Settings;
import live.tributary.node.studio.LadderProperties.Encode;
import live.tributary.transcoder.ffmpeg.VideoCoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LadderPropertiesTest {

    @Test
    void hasItsDefaults() {
        assertThat(Settings.bind(LadderProperties.class, Map.of()))
                .isEqualTo(new LadderProperties(Encode.ON_WATCH, VideoCoder.X264, 0));
    }

    @Test
    void takesEveryOther() {
        var settings = Map.of(
                "tributary.ladder.encode", "always",
                "tributary.ladder.coder", "nvenc",
                "tributary.ladder.cores", "16");
        var properties = Settings.bind(LadderProperties.class, settings);
        assertThat(properties).isEqualTo(new LadderProperties(Encode.ALWAYS, VideoCoder.NVENC, 16));
        assertThat(properties.usableCores()).isEqualTo(16);
    }

    @Test
    void countsTheProcessorsOfTheMachineItself() {
        assertThat(new LadderProperties(Encode.ON_WATCH, VideoCoder.X264, 0).usableCores())
                .isEqualTo(Runtime.getRuntime().availableProcessors());
    }

    @Test
    void refusesLessThanNoCore() {
        assertThatThrownBy(() -> new LadderProperties(Encode.ON_WATCH, VideoCoder.X264, -1))
                .hasMessage("tributary.ladder.cores must be 0 or more, not -1");
    }
}
