// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of media delivery.
 *
 * @param maxHeld requests of a node that may wait at once; above it a reload gets the current playlist at once
 * @param maxHeldPerConnection the same for one connection
 * @param startPatience how long a playlist request waits for a broadcast that is just starting
 * @param noProgressTimeout a viewer that takes nothing for so long is disconnected
 * @param behindCdn lets shared caches keep a playlist that no state is named for during one second
 */
@ConfigurationProperties("tributary.playback")
record PlaybackProperties(
        @DefaultValue("20000") int maxHeld,
        @DefaultValue("100") int maxHeldPerConnection,
        @DefaultValue("10s") Duration startPatience,
        @DefaultValue("20s") Duration noProgressTimeout,
        @DefaultValue("false") boolean behindCdn) {

    PlaybackProperties {
        if (maxHeld < 0 || maxHeldPerConnection < 0) {
            throw new IllegalArgumentException(
                    "tributary.playback.max-held and tributary.playback.max-held-per-connection must not be negative");
        }
        if (!startPatience.isPositive() || !noProgressTimeout.isPositive()) {
            throw new IllegalArgumentException(
                    "tributary.playback.start-patience and tributary.playback.no-progress-timeout must be positive");
        }
    }
}
