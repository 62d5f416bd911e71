// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.accounts;

import java.net.InetAddress;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import live.tributary.node.accounts.LoginThrottle.Source;
import live.tributary.node.fixtures.TestClock;

import static org.assertj.core.api.Assertions.assertThat;

final class LoginThrottleTest {

    private static final Source ANA = source("ana", "192.0.2.7");

    private final TestClock clock = new TestClock();
    private final LoginThrottle throttle = new LoginThrottle(100, clock);

    @Test
    void letsFiveTriesPass() {
        tryTimes(4);
        assertThat(throttle.tryOnce(ANA)).isEqualTo(Duration.ZERO);
        assertThat(throttle.tryOnce(ANA)).isPositive();
    }

    @Test
    void doublesTheWaitAfterEachFurtherTryUpToAQuarterOfAnHour() {
        tryTimes(5);
        for (var seconds : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900}) {
            assertThat(throttle.tryOnce(ANA)).isEqualTo(Duration.ofSeconds(seconds));
            clock.advance(Duration.ofSeconds(seconds));
            assertThat(throttle.tryOnce(ANA)).isZero();
        }
    }

    @Test
    void doesNotCountWhoIsToldToWait() {
        tryTimes(5);
        tryTimes(100);
        assertThat(throttle.tryOnce(ANA)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void takesBackATryThatDidNotTakePlace() {
        tryTimes(5);
        throttle.takeBack(ANA);
        assertThat(throttle.tryOnce(ANA)).isEqualTo(Duration.ZERO);
        for (int i = 0; i < 6; i++) {
            throttle.takeBack(ANA);
        }
        tryTimes(4);
        assertThat(throttle.tryOnce(ANA)).isEqualTo(Duration.ZERO);
    }

    @Test
    void locksOutNobodyElse() {
        tryTimes(5);
        assertThat(throttle.tryOnce(source("ana", "198.51.100.7"))).isEqualTo(Duration.ZERO);
        assertThat(throttle.tryOnce(source("ben", "192.0.2.7"))).isEqualTo(Duration.ZERO);
    }

    @Test
    void takesANetworkForOneStranger() {
        tryTimes(5);
        assertThat(throttle.tryOnce(source("ana", "192.0.2.200"))).isPositive();
        assertThat(source("ana", "2001:db8::1")).isEqualTo(source("ana", "2001:db8::ffff"));
        assertThat(source("ana", "2001:db8::1")).isNotEqualTo(source("ana", "2001:db8:0:1::1"));
    }

    @Test
    void forgetsAfterTheRightPassword() {
        tryTimes(5);
        throttle.forget(ANA);
        assertThat(throttle.tryOnce(ANA)).isEqualTo(Duration.ZERO);
    }

    @Test
    void keepsItsMemoryBounded() {
        tryTimes(5);
        for (int i = 0; i < 100; i++) {
            throttle.tryOnce(source("stranger" + i, "203.0.113.1"));
        }
        assertThat(throttle.tryOnce(ANA)).isEqualTo(Duration.ZERO);
    }

    private void tryTimes(int times) {
        for (int i = 0; i < times; i++) {
            throttle.tryOnce(ANA);
        }
    }

    private static Source source(String handle, String address) {
        return Source.of(handle, InetAddress.ofLiteral(address));
    }
}
