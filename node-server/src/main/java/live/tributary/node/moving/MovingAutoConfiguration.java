// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.moving;

import java.time.InstantSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.http.GuardedClient;
import live.tributary.federation.remote.RemoteDocuments;
import live.tributary.federation.webfinger.WebFingerClient;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.OnFederation;
import live.tributary.node.fediverse.Profiles;
import live.tributary.node.fediverse.Residences;
import live.tributary.node.instance.Node;
import live.tributary.node.kernel.ConditionalOnFeature;
import live.tributary.node.team.Members;

/** Wires who comes from other servers, and who goes to them. */
@AutoConfiguration
@ConditionalOnFeature("fediverse")
@Conditional(OnFederation.class)
public final class MovingAutoConfiguration {

    @Bean
    MovingStore movingStore(JdbcClient db) {
        return new MovingStore(db);
    }

    @Bean
    Residences residences(MovingStore store) {
        return new KnownResidences(store);
    }

    @Bean
    Moves moves(
            MovingStore store,
            GuardedClient client,
            Node node,
            RemoteDocuments documents,
            DomainPolicies policies,
            Addresses addresses,
            Members members,
            Profiles profiles,
            TransactionOperations transactions,
            InstantSource clock) {
        var accounts = new FarAccounts(new WebFingerClient(client, node.link("/")), documents, policies);
        return new Moves(store, accounts, addresses, members, profiles, transactions, clock);
    }
}
