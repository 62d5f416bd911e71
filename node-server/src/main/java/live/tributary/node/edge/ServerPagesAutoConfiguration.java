// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

import live.tributary.federation.http.GuardedClient;
import live.tributary.federation.nodeinfo.NodeInfoClient;
import live.tributary.federation.remote.RemoteDocuments;
import live.tributary.federation.remote.RemoteKeys;
import live.tributary.federation.webfinger.WebFingerClient;
import live.tributary.node.blocks.Blocks;
import live.tributary.node.complaints.Complaints;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.Companions;
import live.tributary.node.fediverse.Deliveries;
import live.tributary.node.fediverse.Followers;
import live.tributary.node.fediverse.KeyRenewals;
import live.tributary.node.fediverse.Videos;
import live.tributary.node.inbox.FollowRequests;
import live.tributary.node.inbox.People;
import live.tributary.node.inbox.Refusals;
import live.tributary.node.inbox.Replies;
import live.tributary.node.inbox.Reports;
import live.tributary.node.inbox.TeamRules;
import live.tributary.node.kernel.ConditionalOnFeature;
import live.tributary.node.moving.Moves;
import live.tributary.node.roster.Roster;
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
    TeamBroadcasts teamBroadcasts(Actors actors, Videos videos, Addresses addresses, Roster roster) {
        return new TeamBroadcasts(actors, videos, addresses, roster);
    }

    @Bean
    FediverseController fediverseController(
            TeamFollowers followers,
            FollowRequests requests,
            Replies replies,
            TeamRules rules,
            Companions companions,
            TeamBroadcasts broadcasts,
            Members members,
            Presences presences,
            RemoteFaces faces,
            Studio studio) {
        return new FediverseController(
                followers, requests, replies, rules, companions, broadcasts, members, presences, faces, studio);
    }

    @Bean
    ModerationController moderationController(
            Blocks blocks,
            People people,
            WebFingerClient webFinger,
            DomainPolicies policies,
            Replies replies,
            Complaints complaints,
            Deliveries deliveries,
            Members members,
            RemoteFaces faces,
            Studio studio) {
        var names = new StrangersNames(people, webFinger, policies);
        var sent = new SentReports(complaints, deliveries, faces);
        return new ModerationController(blocks, names, replies, sent, members, faces, studio);
    }

    @Bean
    ComplaintController complaintController(
            Complaints complaints, Replies replies, People people, RemoteFaces faces, Studio studio) {
        return new ComplaintController(complaints, replies, people, faces, studio);
    }

    @Bean
    MovingPages movingPages(Moves moves, KeyRenewals keys, Addresses addresses) {
        return new MovingPages(moves, keys, addresses);
    }

    @Bean
    MovingController movingController(Moves moves, KeyRenewals keys, Actors actors, MovingPages pages, Studio studio) {
        return new MovingController(moves, keys, actors, pages, studio);
    }

    @Bean
    ServersController serversController(Deliveries deliveries, Refusals refusals, KeyRenewals keys, Studio studio) {
        return new ServersController(deliveries, refusals, keys, studio);
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
            RemoteKeys keys,
            GuardedClient client,
            DomainPolicies policies,
            Studio studio) {
        var clients = new RemoteCheck.Clients(webFinger, documents, keys, new NodeInfoClient(client));
        return new LookUpController(clients, policies, studio);
    }
}
