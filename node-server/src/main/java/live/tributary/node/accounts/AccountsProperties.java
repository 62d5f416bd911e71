// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.accounts;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Settings of signing in.
 *  @param sessionIdleTime a session not used for so long is over
 *  @param loginLinkTime how long a login link is valid
 *  @param passwordComputations how many passwords are hashed at a time, 19 MiB each; 0: one per core */
@ConfigurationProperties("tributary.accounts")
record AccountsProperties(
        @DefaultValue("30d") Duration sessionIdleTime,
        @DefaultValue("15m") Duration loginLinkTime,
        @DefaultValue("0") int passwordComputations) {

    AccountsProperties {
        if (!sessionIdleTime.isPositive() || !loginLinkTime.isPositive()) {
            throw new IllegalArgumentException(
                    "tributary.accounts.session-idle-time and tributary.accounts.login-link-time must be positive");
        }
        if (passwordComputations < 0) {
            throw new IllegalArgumentException("tributary.accounts.password-computations must not be negative");
        }
    }

    int passwordComputationsOn(int cores) {
        return passwordComputations == 0 ? cores : passwordComputations;
    }
}
