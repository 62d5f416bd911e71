// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import live.tributary.node.fixtures.Settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class FollowingPropertiesTest {

    @Test
    void defaults() {
        assertThat(Settings.bind(FollowingProperties.class, Map.of()))
                .isEqualTo(new FollowingProperties(200, 20, Duration.ofHours(1)));
    }

    @Test
    void everyPropertyCanBeSet() {
        var settings = Map.of(
                "tributary.following.most", "3",
                "tributary.following.asks-per-hour", "4",
                "tributary.following.look-every", "2h");
        assertThat(Settings.bind(FollowingProperties.class, settings))
                .isEqualTo(new FollowingProperties(3, 4, Duration.ofHours(2)));
    }

    @ParameterizedTest
    @CsvSource({
        "tributary.following.most, 0",
        "tributary.following.asks-per-hour, 0",
        "tributary.following.look-every, 0s"
    })
    void refusesWhatMakesNoSense(String setting, String value) {
        assertThatThrownBy(() -> Settings.bind(FollowingProperties.class, Map.of(setting, value)))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }
}
