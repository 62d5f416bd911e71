// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.blocks;

import java.time.InstantSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.OnFederation;
import live.tributary.node.kernel.ConditionalOnFeature;
import live.tributary.node.team.Members;

/** Wires whom teams and members keep out. */
@AutoConfiguration
@ConditionalOnFeature("fediverse")
@Conditional(OnFederation.class)
public final class BlocksAutoConfiguration {

    @Bean
    Blocks blocks(
            JdbcClient db,
            Members members,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        return new Blocks(new BlockStore(db), members, transactions, events, clock);
    }

    @Bean
    Grounds grounds(Actors actors, Members members) {
        return new Grounds(actors, members);
    }
}
