// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import live.tributary.node.fixtures.Settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GatePropertiesTest {

    @Test
    void hasItsDefaults() {
        assertThat(Settings.bind(GateProperties.class, Map.of()))
                .isEqualTo(new GateProperties(
                        List.of("127.0.0.0/8", "::1"), false, 120, 300, 6000, 10, 30, 1200, Duration.ofSeconds(10)));
    }

    @Test
    void takesEveryOther() {
        var settings = Map.of(
                "tributary.gate.trusted-proxies", "10.0.0.0/8",
                "tributary.gate.plain-http-login", "true",
                "tributary.gate.pages-per-minute", "1",
                "tributary.gate.api-calls-per-minute", "2",
                "tributary.gate.viewer-polls-per-minute", "4",
                "tributary.gate.accounts-per-hour", "3",
                "tributary.gate.follows-per-hour", "8",
                "tributary.gate.deliveries-per-minute", "7",
                "tributary.gate.request-head-time", "5s");
        assertThat(Settings.bind(GateProperties.class, settings))
                .isEqualTo(new GateProperties(List.of("10.0.0.0/8"), true, 1, 2, 4, 3, 8, 7, Duration.ofSeconds(5)));
    }

    @Test
    void refusesAProxyThatIsNoAddress() {
        assertThatThrownBy(() -> Settings.bind(
                        GateProperties.class, Map.of("tributary.gate.trusted-proxies", "proxy.example.org")))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }
}
