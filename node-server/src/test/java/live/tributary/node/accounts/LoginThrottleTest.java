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
        fail(4);
        assertThat(throttle.wait(ANA)).isEqualTo(Duration.ZERO);
    }

    @Test
    void doublesTheWaitAfterEachFurtherTryUpToAQuarterOfAnHour() {
        fail(5);
        for (var seconds : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900}) {
            assertThat(throttle.wait(ANA)).isEqualTo(Duration.ofSeconds(seconds));
            fail(1);
        }
    }

    @Test
    void letsTheNextTryPassWhenTheWaitIsOver() {
        fail(6);
        clock.advance(Duration.ofSeconds(2));
        assertThat(throttle.wait(ANA).isPositive()).isFalse();
    }

    @Test
    void locksOutNobodyElse() {
        fail(1000);
        assertThat(throttle.wait(source("ana", "198.51.100.7"))).isEqualTo(Duration.ZERO);
        assertThat(throttle.wait(source("ben", "192.0.2.7"))).isEqualTo(Duration.ZERO);
    }

    @Test
    void takesANetworkForOneStranger() {
        fail(5);
        assertThat(throttle.wait(source("ana", "192.0.2.200"))).isPositive();
        assertThat(source("ana", "2001:db8::1")).isEqualTo(source("ana", "2001:db8::ffff"));
        assertThat(source("ana", "2001:db8::1")).isNotEqualTo(source("ana", "2001:db8:0:1::1"));
    }

    @Test
    void forgetsAfterTheRightPassword() {
        fail(9);
        throttle.forget(ANA);
        assertThat(throttle.wait(ANA)).isEqualTo(Duration.ZERO);
    }

    @Test
    void keepsItsMemoryBounded() {
        fail(9);
        for (int i = 0; i < 100; i++) {
            throttle.count(source("stranger" + i, "203.0.113.1"));
        }
        assertThat(throttle.wait(ANA)).isEqualTo(Duration.ZERO);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            throttle.count(ANA);
        }
    }

    private static Source source(String handle, String address) {
        return Source.of(handle, InetAddress.ofLiteral(address));
    }
}
