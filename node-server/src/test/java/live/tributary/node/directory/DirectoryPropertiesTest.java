// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import live.tributary.node.fixtures.Settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class DirectoryPropertiesTest {

    @Test
    void defaults() {
        assertThat(Settings.bind(DirectoryProperties.class, Map.of()))
                .isEqualTo(new DirectoryProperties(10_000, true, Duration.ofHours(6), Duration.ofMinutes(1), 40, 10));
    }

    @Test
    void everyPropertyCanBeSet() {
        var settings = Map.of(
                "tributary.directory.most", "3",
                "tributary.directory.takes-invites", "false",
                "tributary.directory.look-every", "2h",
                "tributary.directory.probe-every", "90s",
                "tributary.directory.probes-per-second", "7",
                "tributary.directory.probes-per-sample", "0");
        assertThat(Settings.bind(DirectoryProperties.class, settings))
                .isEqualTo(new DirectoryProperties(3, false, Duration.ofHours(2), Duration.ofSeconds(90), 7, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "tributary.directory.most, 0",
        "tributary.directory.look-every, 0s",
        "tributary.directory.probe-every, -1s",
        "tributary.directory.probes-per-second, 0",
        "tributary.directory.probes-per-sample, -1"
    })
    void refusesWhatMakesNoSense(String setting, String value) {
        assertThatThrownBy(() -> Settings.bind(DirectoryProperties.class, Map.of(setting, value)))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }
}
