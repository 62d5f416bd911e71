// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.removals;

import java.time.InstantSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.kernel.ConditionalOnFeature;

/** Wires the rules of a directory, and what was decided by them. */
@AutoConfiguration
@ConditionalOnFeature(
        value = "directory",
        needs = {"following", "fediverse"},
        onByDefault = false)
public final class RemovalsAutoConfiguration {

    @Bean
    Rulebook rulebook(JdbcClient db, TransactionOperations transactions, InstantSource clock) {
        return new Rulebook(new RuleStore(db), transactions, clock);
    }

    @Bean
    Removals removals(
            JdbcClient db,
            Rulebook rules,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        return new Removals(new RemovalStore(db), rules, transactions, events, clock);
    }
}
