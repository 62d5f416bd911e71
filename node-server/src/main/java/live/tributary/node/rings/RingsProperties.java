// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import live.tributary.federation.vocab.RingRoll;

/**
 * Settings of rings.
 *
 * @param most in how many rings a team may be
 * @param mostMembers how many a ring of this node may have; at most 60
 * @param mostApplications how many may wait to be taken into one ring
 * @param votingTime how long the members have to decide
 * @param lookEvery how often rings elsewhere and their members are read again: news of them may have been lost
 */
@ConfigurationProperties("tributary.rings")
record RingsProperties(
        @DefaultValue("12") int most,
        @DefaultValue("60") int mostMembers,
        @DefaultValue("30") int mostApplications,
        @DefaultValue("7d") Duration votingTime,
        @DefaultValue("1d") Duration lookEvery) {

    RingsProperties {
        if (most < 1) {
            throw new IllegalArgumentException("tributary.rings.most must be at least 1");
        }
        if (mostMembers < 1 || mostMembers > RingRoll.MOST_STOPS) {
            throw new IllegalArgumentException(
                    "tributary.rings.most-members must be between 1 and " + RingRoll.MOST_STOPS);
        }
        if (mostApplications < 1) {
            throw new IllegalArgumentException("tributary.rings.most-applications must be at least 1");
        }
        if (!votingTime.isPositive()) {
            throw new IllegalArgumentException("tributary.rings.voting-time must be positive");
        }
        if (!lookEvery.isPositive()) {
            throw new IllegalArgumentException("tributary.rings.look-every must be positive");
        }
    }
}
