// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

import live.tributary.node.fixtures.Settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DvrPropertiesTest {

    @Test
    void hasItsDefaults() {
        assertThat(Settings.bind(DvrProperties.class, Map.of()))
                .isEqualTo(new DvrProperties(Duration.ofMinutes(30), DataSize.ofGigabytes(8), DataSize.ofGigabytes(1)));
    }

    @Test
    void takesEveryOther() {
        var settings = Map.of(
                "tributary.dvr.length", "2h",
                "tributary.dvr.size", "20GB",
                "tributary.dvr.disk-reserve", "0B");
        assertThat(Settings.bind(DvrProperties.class, settings))
                .isEqualTo(new DvrProperties(Duration.ofHours(2), DataSize.ofGigabytes(20), DataSize.ofBytes(0)));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new DvrProperties(Duration.ofMinutes(-1), DataSize.ofGigabytes(8), DataSize.ofGigabytes(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new DvrProperties(Duration.ofMinutes(30), DataSize.ofBytes(0), DataSize.ofGigabytes(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new DvrProperties(Duration.ofMinutes(30), DataSize.ofGigabytes(8), DataSize.ofBytes(-1)));
    }
}
