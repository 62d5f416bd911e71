// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import live.tributary.node.fixtures.Settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class RingsPropertiesTest {

    @Test
    void defaults() {
        assertThat(Settings.bind(RingsProperties.class, Map.of()))
                .isEqualTo(new RingsProperties(12, 60, 30, Duration.ofDays(7), Duration.ofDays(1)));
    }

    @Test
    void everyPropertyCanBeSet() {
        var settings = Map.of(
                "tributary.rings.most", "3",
                "tributary.rings.most-members", "4",
                "tributary.rings.most-applications", "5",
                "tributary.rings.voting-time", "2d",
                "tributary.rings.look-every", "2h");
        assertThat(Settings.bind(RingsProperties.class, settings))
                .isEqualTo(new RingsProperties(3, 4, 5, Duration.ofDays(2), Duration.ofHours(2)));
    }

    @ParameterizedTest
    @CsvSource({
        "tributary.rings.most, 0",
        "tributary.rings.most-members, 0",
        "tributary.rings.most-members, 61",
        "tributary.rings.most-applications, 0",
        "tributary.rings.voting-time, 0s",
        "tributary.rings.look-every, 0s"
    })
    void refusesWhatMakesNoSense(String setting, String value) {
        assertThatThrownBy(() -> Settings.bind(RingsProperties.class, Map.of(setting, value)))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }
}
