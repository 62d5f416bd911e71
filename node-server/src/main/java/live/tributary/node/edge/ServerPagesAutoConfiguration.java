// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.time.InstantSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

import live.tributary.federation.http.GuardedClient;
import live.tributary.federation.nodeinfo.NodeInfoClient;
import live.tributary.federation.remote.KeyCache;
import live.tributary.federation.remote.RemoteDocuments;
import live.tributary.federation.remote.RemoteKeys;
import live.tributary.federation.webfinger.WebFingerClient;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Deliveries;
import live.tributary.node.fediverse.Followers;
import live.tributary.node.inbox.FollowRequests;
import live.tributary.node.inbox.Refusals;
import live.tributary.node.inbox.Replies;
import live.tributary.node.inbox.Reports;
import live.tributary.node.inbox.TeamRules;
import live.tributary.node.kernel.ConditionalOnFeature;
import live.tributary.node.team.Members;

/** Wires the pages of the studio about other servers: a team's followers, and what the owner of the node looks after. */
@AutoConfiguration(after = {StudioPagesAutoConfiguration.class, FediversePagesAutoConfiguration.class})
@ConditionalOnWebApplication
@ConditionalOnFeature("studio")
@ConditionalOnBean(Presences.class)
public final class ServerPagesAutoConfiguration {

    @Bean
    TeamFollowers teamFollowers(Actors actors, Followers followers, Members members, RemoteFaces faces) {
        return new TeamFollowers(actors, followers, members, faces);
    }

    @Bean
    FediverseController fediverseController(
            TeamFollowers followers,
            FollowRequests requests,
            Replies replies,
            TeamRules rules,
            Members members,
            Presences presences,
            RemoteFaces faces,
            Studio studio) {
        return new FediverseController(followers, requests, replies, rules, members, presences, faces, studio);
    }

    @Bean
    ServersController serversController(Deliveries deliveries, Refusals refusals, Studio studio) {
        return new ServersController(deliveries, refusals, studio);
    }

    @Bean
    ReportsController reportsController(Reports reports, Studio studio) {
        return new ReportsController(reports, studio);
    }

    @Bean
    RulesController rulesController(DomainPolicies policies, Studio studio) {
        return new RulesController(policies, studio);
    }

    @Bean
    RulesImportController rulesImportController(DomainPolicies policies, Studio studio) {
        return new RulesImportController(policies, studio);
    }

    @Bean
    LookUpController lookUpController(
            WebFingerClient webFinger,
            RemoteDocuments documents,
            KeyCache keys,
            GuardedClient client,
            InstantSource clock,
            DomainPolicies policies,
            Studio studio) {
        var clients = new RemoteCheck.Clients(
                webFinger, documents, new RemoteKeys(documents, keys, clock), new NodeInfoClient(client));
        return new LookUpController(clients, policies, studio);
    }
}
