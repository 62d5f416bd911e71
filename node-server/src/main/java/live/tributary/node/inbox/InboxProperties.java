// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.time.Duration;
import java.util.stream.IntStream;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of what other servers send.
 *
 * @param perMinute how many activities a domain (the part of a host's name that somebody can register) may send in a minute, in the long run
 * @param burst how many it may send at once
 * @param followsPerHour how many times an actor may ask in an hour to follow
 * @param workers how many activities are worked on at once; most of that is waiting for others
 * @param workersPerHost how many of these are of one domain
 * @param keep for how long it is remembered that an activity came, so that it counts once
 */
@ConfigurationProperties("tributary.inbox")
record InboxProperties(
        @DefaultValue("300") int perMinute,
        @DefaultValue("600") int burst,
        @DefaultValue("20") int followsPerHour,
        @DefaultValue("64") int workers,
        @DefaultValue("4") int workersPerHost,
        @DefaultValue("30d") Duration keep) {

    InboxProperties {
        if (IntStream.of(perMinute, burst, followsPerHour, workers, workersPerHost)
                .anyMatch(limit -> limit < 1)) {
            throw new IllegalArgumentException("tributary.inbox: a limit below 1 would let nothing in");
        }
        if (!keep.isPositive()) {
            throw new IllegalArgumentException("tributary.inbox.keep must be positive");
        }
    }
}
