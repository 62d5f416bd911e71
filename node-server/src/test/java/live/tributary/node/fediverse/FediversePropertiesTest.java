// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import live.tributary.node.fixtures.Settings;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FediversePropertiesTest {

    @Test
    void hasItsDefaults() {
        assertThat(Settings.bind(FediverseProperties.class, Map.of()))
                .isEqualTo(new FediverseProperties(
                        4, 64, Duration.ofSeconds(60), Duration.ofMinutes(4), Duration.ofDays(30), false));
    }

    @Test
    void takesEveryOther() {
        var settings = Map.ofEntries(
                entry("tributary.fediverse.connections-per-host", "2"),
                entry("tributary.fediverse.deliveries-at-once", "8"),
                entry("tributary.fediverse.title-pause", "0s"),
                entry("tributary.fediverse.heartbeat", "1m"),
                entry("tributary.fediverse.keep-deliveries", "1d"),
                entry("tributary.fediverse.test-loopback", "true"));
        assertThat(Settings.bind(FediverseProperties.class, settings))
                .isEqualTo(
                        new FediverseProperties(2, 8, Duration.ZERO, Duration.ofMinutes(1), Duration.ofDays(1), true));
    }

    @ParameterizedTest
    @CsvSource({
        "connections-per-host, 0",
        "deliveries-at-once, 3",
        "title-pause, -1s",
        "heartbeat, 0s",
        "keep-deliveries, 0s"
    })
    void refusesWhatCannotWork(String name, String value) {
        var settings = Map.of("tributary.fediverse." + name, value);
        assertThatThrownBy(() -> Settings.bind(FediverseProperties.class, settings))
                .rootCause()
                .hasMessageContaining("tributary.fediverse." + name);
    }
}
