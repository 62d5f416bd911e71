// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.delivery;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class BreakerTest {

    private static final Instant START = Instant.parse("2026-11-26T20:00:00Z");

    private Instant now = START;

    private Breaker fail(Breaker breaker, int times, Duration apart) {
        var state = breaker;
        for (int i = 0; i < times; i++) {
            state = state.failed(now);
            now = now.plus(apart);
        }
        return state;
    }

    @Test
    void staysClosedAfterFourFailures() {
        var four = fail(Breaker.unknown(), 4, Duration.ofMinutes(1));
        assertThat(four).isEqualTo(new Breaker.Closed(4, START));
        assertThat(four.admits(now)).isTrue();
    }

    @Test
    void opensAtTheFifthFailureWithinTenMinutes() {
        assertThat(fail(Breaker.unknown(), 5, Duration.ofMinutes(2)))
                .isEqualTo(new Breaker.Open(START, START.plus(Duration.ofMinutes(8 + 30))));
    }

    @Test
    void failuresThatAreFarApartAreNotOneTrouble() {
        var slow = fail(Breaker.unknown(), 20, Duration.ofMinutes(11));
        assertThat(slow).isInstanceOf(Breaker.Closed.class);
    }

    @Test
    void anAnswerBetweenThemStartsTheCountAnew() {
        var four = fail(Breaker.unknown(), 4, Duration.ofSeconds(1));
        assertThat(four.answered().failed(now)).isEqualTo(new Breaker.Closed(1, now));
    }

    @Test
    void isAskedAfterHalfAnHourAndThenEveryTenMinutes() {
        var open = fail(Breaker.unknown(), 5, Duration.ZERO);
        assertThat(open.admits(now.plus(Duration.ofMinutes(29)))).isFalse();
        now = now.plus(Duration.ofMinutes(30));
        assertThat(open.admits(now)).isTrue();
        var still = open.failed(now);
        assertThat(still).isEqualTo(new Breaker.Open(START, now.plus(Duration.ofMinutes(10))));
        assertThat(still.admits(now.plus(Duration.ofMinutes(9)))).isFalse();
        assertThat(still.answered()).isEqualTo(Breaker.unknown());
    }

    @Test
    void aWeekOfSilenceIsNotTheEnd() {
        var open = fail(Breaker.unknown(), 5, Duration.ZERO);
        now = START.plus(Duration.ofDays(9));
        assertThat(open.failed(now)).isInstanceOf(Breaker.Open.class);
    }

    @Test
    void tenDaysOfSilenceAre() {
        var open = fail(Breaker.unknown(), 5, Duration.ZERO);
        now = START.plus(Duration.ofDays(10));
        var gone = open.failed(now);
        assertThat(gone).isEqualTo(new Breaker.Gone(START, now.plus(Duration.ofDays(7))));
        assertThat(gone.admits(now.plus(Duration.ofDays(6)))).isFalse();
        now = now.plus(Duration.ofDays(7));
        assertThat(gone.admits(now)).isTrue();
        assertThat(gone.failed(now)).isEqualTo(new Breaker.Gone(START, now.plus(Duration.ofDays(7))));
        assertThat(gone.answered()).isEqualTo(Breaker.unknown());
    }
}
