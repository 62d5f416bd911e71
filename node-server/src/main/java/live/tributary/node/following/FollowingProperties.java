// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of whom the node follows.
 *
 * @param most how many the node, one team or one member may follow
 * @param asksPerHour how often one account may ask to follow somebody; each time others are asked who that is
 * @param lookEvery how often it is asked who they are, and what is on air there: news of it may have been lost
 */
@ConfigurationProperties("tributary.following")
record FollowingProperties(
        @DefaultValue("200") int most,
        @DefaultValue("20") int asksPerHour,
        @DefaultValue("1h") Duration lookEvery) {

    FollowingProperties {
        if (most < 1) {
            throw new IllegalArgumentException("tributary.following.most must be at least 1");
        }
        if (asksPerHour < 1) {
            throw new IllegalArgumentException("tributary.following.asks-per-hour must be at least 1");
        }
        if (!lookEvery.isPositive()) {
            throw new IllegalArgumentException("tributary.following.look-every must be positive");
        }
    }
}
