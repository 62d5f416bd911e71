// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.instance;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import live.tributary.node.fixtures.Settings;
import live.tributary.node.kernel.DisplayName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class InstancePropertiesTest {

    @Test
    void defaults() {
        assertThat(Settings.bind(InstanceProperties.class, Map.of()))
                .isEqualTo(new InstanceProperties(
                        new DisplayName("Tributary"), URI.create("http://localhost:8080"), Duration.ofMinutes(60)));
    }

    @Test
    void everyPropertyCanBeSet() {
        var properties = Map.of(
                "tributary.instance.name", "North Radio",
                "tributary.instance.public-address", "https://live.example.org",
                "tributary.instance.claim-time", "5m");
        assertThat(Settings.bind(InstanceProperties.class, properties))
                .isEqualTo(new InstanceProperties(
                        new DisplayName("North Radio"), URI.create("https://live.example.org"), Duration.ofMinutes(5)));
    }

    @Test
    void refusesAnAddressThatNobodyCanOpen() {
        assertThatThrownBy(() -> new InstanceProperties(
                        new DisplayName("Tributary"), URI.create("/relative"), Duration.ofMinutes(1)))
                .hasMessageContaining("public-address");
    }
}
