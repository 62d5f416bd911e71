// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.demo;

import java.util.Map;

import org.junit.jupiter.api.Test;

import live.tributary.node.fixtures.Settings;

import static org.assertj.core.api.Assertions.assertThat;

final class DemoPropertiesTest {

    @Test
    void isOffByDefault() {
        assertThat(Settings.bind(DemoProperties.class, Map.of())).isEqualTo(new DemoProperties(false));
    }

    @Test
    void canBeSwitchedOn() {
        assertThat(Settings.bind(DemoProperties.class, Map.of("tributary.demo.enabled", "true")))
                .isEqualTo(new DemoProperties(true));
    }
}
