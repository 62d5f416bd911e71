// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

import live.tributary.node.fixtures.Settings;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

class StudioPropertiesTest {

    @Test
    void hasItsDefaults() {
        assertThat(Settings.bind(StudioProperties.class, Map.of()))
                .isEqualTo(new StudioProperties(
                        "0.0.0.0",
                        1935,
                        1936,
                        List.of(),
                        "live",
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(84),
                        Duration.ofSeconds(30),
                        DataSize.ofBytes(0),
                        Duration.ofMillis(200),
                        4));
    }

    @Test
    void takesEveryOther() {
        var settings = Map.ofEntries(
                entry("tributary.studio.rtmp-address", "127.0.0.1"),
                entry("tributary.studio.rtmp-port", "2935"),
                entry("tributary.studio.rtmps-port", "2936"),
                entry("tributary.studio.proxies", "10.0.0.7, fd00::/8"),
                entry("tributary.studio.rtmp-app", "show"),
                entry("tributary.studio.lost-grace", "15s"),
                entry("tributary.studio.clean-grace", "1s"),
                entry("tributary.studio.afterglow", "2m"),
                entry("tributary.studio.preview-interval", "0s"),
                entry("tributary.studio.window-memory", "64MB"),
                entry("tributary.studio.part-target", "500ms"),
                entry("tributary.studio.loudness-streams", "0"));
        assertThat(Settings.bind(StudioProperties.class, settings))
                .isEqualTo(new StudioProperties(
                        "127.0.0.1",
                        2935,
                        2936,
                        List.of("10.0.0.7", "fd00::/8"),
                        "show",
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(2),
                        Duration.ZERO,
                        DataSize.ofMegabytes(64),
                        Duration.ofMillis(500),
                        0));
    }
}
