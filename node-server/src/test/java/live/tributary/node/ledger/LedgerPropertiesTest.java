// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.ledger;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

import live.tributary.node.fixtures.Settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class LedgerPropertiesTest {

    @Test
    void defaults() {
        assertThat(Settings.bind(LedgerProperties.class, Map.of()))
                .isEqualTo(new LedgerProperties(Duration.ofDays(7), DataSize.ofGigabytes(5), Duration.ofDays(90)));
    }

    @Test
    void everyPropertyCanBeSet() {
        var settings = Map.of(
                "tributary.ledger.minutes-kept", "3d",
                "tributary.ledger.most-bytes", "1MB",
                "tributary.ledger.hours-kept", "9d");
        assertThat(Settings.bind(LedgerProperties.class, settings))
                .isEqualTo(new LedgerProperties(Duration.ofDays(3), DataSize.ofMegabytes(1), Duration.ofDays(9)));
    }

    @ParameterizedTest
    @CsvSource({"tributary.ledger.minutes-kept, 47h", "tributary.ledger.hours-kept, 6d"})
    void refusesWhatWouldKeepTooLittle(String setting, String value) {
        assertThatThrownBy(() -> Settings.bind(LedgerProperties.class, Map.of(setting, value)))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }
}
