// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.delivery;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class RetryScheduleTest {

    private final RetrySchedule middle = new RetrySchedule(() -> 0.5);

    @ParameterizedTest
    @CsvSource({
        "LIVE, 1, PT5S",
        "LIVE, 2, PT15S",
        "LIVE, 3, PT45S",
        "LIVE, 4, PT2M",
        "LIVE, 5, PT5M",
        "LIVE, 6, PT1M",
        "LIVE, 14, PT48H",
        "LIVE, 40, PT48H",
        "NORMAL, 1, PT1M",
        "NORMAL, 2, PT5M",
        "NORMAL, 3, PT20M",
        "NORMAL, 4, PT1H",
        "NORMAL, 5, PT3H",
        "NORMAL, 6, PT6H",
        "NORMAL, 7, PT12H",
        "NORMAL, 8, PT24H",
        "NORMAL, 9, PT48H",
        "NORMAL, 30, PT48H"
    })
    void waitsLongerEachTimeUpToTwoDays(DeliveryClass kind, int attempts, Duration wait) {
        assertThat(middle.waitAfter(attempts, kind)).isEqualTo(Optional.of(wait));
    }

    @Test
    void neverRepeatsAHeartbeat() {
        assertThat(middle.waitAfter(1, DeliveryClass.HEARTBEAT)).isEmpty();
    }

    @Test
    void spreadsByAQuarterEachWay() {
        assertThat(new RetrySchedule(() -> 0).waitAfter(1, DeliveryClass.NORMAL))
                .contains(Duration.ofSeconds(45));
        assertThat(new RetrySchedule(() -> 1).waitAfter(1, DeliveryClass.NORMAL))
                .contains(Duration.ofSeconds(75));
    }

    @Test
    void hasNothingToSayBeforeTheFirstAttempt() {
        assertThatThrownBy(() -> middle.waitAfter(0, DeliveryClass.LIVE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPeerThatIsAwayForAWeekIsStillTried() {
        var total = Duration.ZERO;
        for (int attempt = 1; total.compareTo(Duration.ofDays(7)) < 0; attempt++) {
            total = total.plus(middle.waitAfter(attempt, DeliveryClass.NORMAL).orElseThrow());
        }
        assertThat(total).isLessThan(DeliveryClass.NORMAL.timeToLive());
    }
}
