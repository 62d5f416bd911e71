// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.accounts;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import live.tributary.node.fixtures.Settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class AccountsPropertiesTest {

    @Test
    void defaults() {
        var properties = Settings.bind(AccountsProperties.class, Map.of());
        assertThat(properties).isEqualTo(new AccountsProperties(Duration.ofDays(30), Duration.ofMinutes(15), 0));
        assertThat(properties.passwordComputationsOn(4)).isEqualTo(4);
    }

    @Test
    void everyPropertyCanBeSet() {
        var properties = Settings.bind(
                AccountsProperties.class,
                Map.of(
                        "tributary.accounts.session-idle-time", "12h",
                        "tributary.accounts.login-link-time", "5m",
                        "tributary.accounts.password-computations", "1"));
        assertThat(properties).isEqualTo(new AccountsProperties(Duration.ofHours(12), Duration.ofMinutes(5), 1));
        assertThat(properties.passwordComputationsOn(4)).isEqualTo(1);
    }

    @Test
    void aWrongValueIsToldByTheNameOfItsSetting() {
        assertThatThrownBy(() -> new AccountsProperties(Duration.ZERO, Duration.ofMinutes(15), 0))
                .hasMessageContaining("tributary.accounts.session-idle-time");
        assertThatThrownBy(() -> new AccountsProperties(Duration.ofDays(30), Duration.ofMinutes(15), -1))
                .hasMessage("tributary.accounts.password-computations must not be negative");
    }
}
