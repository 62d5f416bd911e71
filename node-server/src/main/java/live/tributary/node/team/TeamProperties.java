// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.team;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Settings of teams.
 *  @param invitationTime how long an invitation is valid */
@ConfigurationProperties("tributary.team")
record TeamProperties(@DefaultValue("7d") Duration invitationTime) {

    TeamProperties {
        if (!invitationTime.isPositive()) {
            throw new IllegalArgumentException("tributary.team.invitation-time must be positive");
        }
    }
}
