// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.instance;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import live.tributary.node.kernel.DisplayName;

/** Settings of the node as a whole.
 *  @param name what the node is called on its own pages
 *  @param publicAddress the root page as people outside reach it; links in the log and in invitations begin with it
 *  @param claimTime how long a claim link is valid */
@ConfigurationProperties("tributary.instance")
record InstanceProperties(
        @DefaultValue("Tributary") DisplayName name,
        @DefaultValue("http://localhost:8080") URI publicAddress,
        @DefaultValue("60m") Duration claimTime) {

    InstanceProperties {
        if (!publicAddress.isAbsolute() || publicAddress.getHost() == null) {
            throw new IllegalArgumentException("tributary.instance.public-address must be like https://example.org");
        }
        if (!claimTime.isPositive()) {
            throw new IllegalArgumentException("tributary.instance.claim-time must be positive");
        }
    }
}
