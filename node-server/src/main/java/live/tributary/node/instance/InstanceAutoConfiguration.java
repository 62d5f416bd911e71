// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.instance;

import java.time.InstantSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the node's own facts. */
@AutoConfiguration
@EnableConfigurationProperties(InstanceProperties.class)
public final class InstanceAutoConfiguration {

    @Bean
    Node node(JdbcClient db, InstanceProperties properties, InstantSource clock) {
        return new Node(new NodeStore(db), properties, clock);
    }

    /** Not from a command beside the node: only the node that runs knows its claim token. */
    @Bean
    @ConditionalOnWebApplication
    ClaimAnnouncement claimAnnouncement(Node node) {
        return new ClaimAnnouncement(node);
    }
}
