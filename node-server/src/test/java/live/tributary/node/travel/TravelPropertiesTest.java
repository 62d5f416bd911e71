// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import live.tributary.node.fixtures.Settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class TravelPropertiesTest {

    @Test
    void defaults() {
        assertThat(Settings.bind(TravelProperties.class, Map.of()))
                .isEqualTo(new TravelProperties(
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(10),
                        1_000,
                        240,
                        Duration.ofMinutes(1),
                        100,
                        50));
    }

    @Test
    void everyPropertyCanBeSet() {
        var settings = Map.of(
                "tributary.travel.answer-within", "2s",
                "tributary.travel.held-for", "3m",
                "tributary.travel.guests-for", "4m",
                "tributary.travel.most-travellers", "5",
                "tributary.travel.joins-per-hour", "6",
                "tributary.travel.look-every", "7s",
                "tributary.travel.most-prospects", "8",
                "tributary.travel.part-of-one-server", "9");
        assertThat(Settings.bind(TravelProperties.class, settings))
                .isEqualTo(new TravelProperties(
                        Duration.ofSeconds(2),
                        Duration.ofMinutes(3),
                        Duration.ofMinutes(4),
                        5,
                        6,
                        Duration.ofSeconds(7),
                        8,
                        9));
    }

    @ParameterizedTest
    @CsvSource({
        "answer-within, 0s, 'must be positive, but is PT0S'",
        "held-for, -1s, 'must be positive, but is PT-1S'",
        "guests-for, 0s, 'must be positive, but is PT0S'",
        "most-travellers, 0, 'must be from 1 to 2147483647, but is 0'",
        "joins-per-hour, 0, 'must be from 1 to 2147483647, but is 0'",
        "look-every, 0s, 'must be positive, but is PT0S'",
        "most-prospects, 0, 'must be from 1 to 2147483647, but is 0'",
        "part-of-one-server, 0, 'must be from 1 to 100, but is 0'",
        "part-of-one-server, 101, 'must be from 1 to 100, but is 101'"
    })
    void refusesWhatMakesNoSense(String setting, String value, String sentence) {
        var name = "tributary.travel." + setting;
        assertThatThrownBy(() -> Settings.bind(TravelProperties.class, Map.of(name, value)))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(name + " " + sentence);
    }
}
