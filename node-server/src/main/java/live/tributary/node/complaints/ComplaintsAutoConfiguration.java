// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.complaints;

import java.time.InstantSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.Outbox;
import live.tributary.node.inbox.People;
import live.tributary.node.inbox.PeopleAutoConfiguration;
import live.tributary.node.team.Members;

/** Wires what other servers are told about their people. */
@AutoConfiguration(after = PeopleAutoConfiguration.class)
@ConditionalOnBean(People.class)
public final class ComplaintsAutoConfiguration {

    @Bean
    Complaints complaints(
            JdbcClient db,
            Members members,
            People people,
            Actors actors,
            Addresses addresses,
            Outbox outbox,
            DomainPolicies policies,
            TransactionOperations transactions,
            InstantSource clock) {
        var store = new ComplaintStore(db);
        return new Complaints(store, members, people, actors, addresses, outbox, policies, transactions, clock);
    }
}
