// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.team;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import live.tributary.node.fixtures.Settings;

import static org.assertj.core.api.Assertions.assertThat;

final class TeamPropertiesTest {

    @Test
    void defaults() {
        assertThat(Settings.bind(TeamProperties.class, Map.of())).isEqualTo(new TeamProperties(Duration.ofDays(7)));
    }

    @Test
    void everyPropertyCanBeSet() {
        assertThat(Settings.bind(TeamProperties.class, Map.of("tributary.team.invitation-time", "1h")))
                .isEqualTo(new TeamProperties(Duration.ofHours(1)));
    }
}
