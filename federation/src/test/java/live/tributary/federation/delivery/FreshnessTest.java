// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.delivery;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class FreshnessTest {

    private static final Instant ENDED = Instant.parse("2026-11-26T20:00:00Z");

    @Test
    void aBeginningIsNewsForSixHours() {
        assertThat(Freshness.beginningExpiresAt(ENDED)).isEqualTo(ENDED.plus(Duration.ofHours(6)));
    }

    @Test
    void whoComesBackWithinAQuarterOfAnHourGoesOnWithTheShow() {
        assertThat(Freshness.isSameShow(ENDED, ENDED.plus(Duration.ofMinutes(15))))
                .isTrue();
        assertThat(Freshness.isSameShow(
                        ENDED, ENDED.plus(Duration.ofMinutes(15)).plusMillis(1)))
                .isFalse();
    }
}
