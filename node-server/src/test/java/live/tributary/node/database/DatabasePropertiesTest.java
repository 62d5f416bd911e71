// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.database;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import live.tributary.node.fixtures.Settings;

import static org.assertj.core.api.Assertions.assertThat;

final class DatabasePropertiesTest {

    @Test
    void defaults() {
        assertThat(Settings.bind(DatabaseProperties.class, Map.of()))
                .isEqualTo(new DatabaseProperties(true, "nobody", Duration.ofMinutes(2)));
    }

    @Test
    void everyPropertyCanBeSet() {
        var properties = Map.of(
                "tributary.database.start", "false",
                "tributary.database.run-as", "postgres",
                "tributary.database.start-time", "5m");
        assertThat(Settings.bind(DatabaseProperties.class, properties))
                .isEqualTo(new DatabaseProperties(false, "postgres", Duration.ofMinutes(5)));
    }
}
