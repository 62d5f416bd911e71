// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import live.tributary.node.fixtures.TestClock;

import static org.assertj.core.api.Assertions.assertThat;

class TakeOversTest {

    private final TestClock clock = new TestClock();
    private final TakeOvers takeOvers = new TakeOvers();

    @Test
    void allowsTwoWithinAMinuteAndNotTheThird() {
        assertThat(takeOvers.exhausted(clock.instant())).isFalse();
        takeOvers.count(clock.instant());
        clock.advance(Duration.ofSeconds(20));
        assertThat(takeOvers.exhausted(clock.instant())).isFalse();
        takeOvers.count(clock.instant());
        assertThat(takeOvers.exhausted(clock.instant())).isTrue();
    }

    @Test
    void forgetsAfterAMinute() {
        takeOvers.count(clock.instant());
        clock.advance(Duration.ofSeconds(30));
        takeOvers.count(clock.instant());
        clock.advance(Duration.ofMillis(29_999));
        assertThat(takeOvers.exhausted(clock.instant())).isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(takeOvers.exhausted(clock.instant())).isFalse();
    }
}
