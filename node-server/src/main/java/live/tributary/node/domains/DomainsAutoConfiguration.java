// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.domains;

import java.time.InstantSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.kernel.ConditionalOnFeature;

/** Wires what the node thinks of other hosts. */
@AutoConfiguration
@ConditionalOnFeature("fediverse")
@EnableConfigurationProperties(DomainsProperties.class)
public final class DomainsAutoConfiguration {

    @Bean
    DomainPolicies domainPolicies(
            JdbcClient db,
            DomainsProperties properties,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        return new DomainPolicies(new DomainPolicyStore(db), properties.allowListOnly(), transactions, events, clock);
    }
}
