// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

import live.tributary.node.fixtures.Settings;

import static org.assertj.core.api.Assertions.assertThat;

class StudioPropertiesTest {

    @Test
    void hasItsDefaults() {
        assertThat(Settings.bind(StudioProperties.class, Map.of()))
                .isEqualTo(new StudioProperties(
                        "0.0.0.0",
                        1935,
                        1936,
                        "live",
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(84),
                        Duration.ofSeconds(30),
                        DataSize.ofBytes(0),
                        Duration.ofMillis(200)));
    }

    @Test
    void takesEveryOther() {
        var settings = Map.of(
                "tributary.studio.rtmp-address", "127.0.0.1",
                "tributary.studio.rtmp-port", "2935",
                "tributary.studio.rtmps-port", "2936",
                "tributary.studio.rtmp-app", "show",
                "tributary.studio.lost-grace", "15s",
                "tributary.studio.clean-grace", "1s",
                "tributary.studio.afterglow", "2m",
                "tributary.studio.preview-interval", "0s",
                "tributary.studio.window-memory", "64MB",
                "tributary.studio.part-target", "500ms");
        assertThat(Settings.bind(StudioProperties.class, settings))
                .isEqualTo(new StudioProperties(
                        "127.0.0.1",
                        2935,
                        2936,
                        "show",
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(2),
                        Duration.ZERO,
                        DataSize.ofMegabytes(64),
                        Duration.ofMillis(500)));
    }
}
