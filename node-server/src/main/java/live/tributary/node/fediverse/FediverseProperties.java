// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the fediverse.
 *
 * @param connectionsPerHost the most deliveries to one host at once
 * @param deliveriesAtOnce the most deliveries to all hosts at once
 * @param titlePause for how long a changed title is let rest before followers hear of it
 * @param heartbeat between two hints that a broadcast is still on air
 * @param keepDeliveries how long a settled delivery stays in the table, for the operator to look at
 * @param testLoopback for tests only: plain http, ports and addresses of this machine are talked to
 */
@ConfigurationProperties("tributary.fediverse")
record FediverseProperties(
        @DefaultValue("4") int connectionsPerHost,
        @DefaultValue("64") int deliveriesAtOnce,
        @DefaultValue("60s") Duration titlePause,
        @DefaultValue("4m") Duration heartbeat,
        @DefaultValue("30d") Duration keepDeliveries,
        @DefaultValue("false") boolean testLoopback) {
    FediverseProperties {
        if (connectionsPerHost < 1 || deliveriesAtOnce < connectionsPerHost) {
            throw new IllegalArgumentException("tributary.fediverse.connections-per-host must be at least 1, and"
                    + " tributary.fediverse.deliveries-at-once not smaller");
        }
        if (titlePause.isNegative() || !heartbeat.isPositive() || !keepDeliveries.isPositive()) {
            throw new IllegalArgumentException("tributary.fediverse.title-pause must not be negative, and"
                    + " tributary.fediverse.heartbeat and tributary.fediverse.keep-deliveries must be positive");
        }
    }
}
