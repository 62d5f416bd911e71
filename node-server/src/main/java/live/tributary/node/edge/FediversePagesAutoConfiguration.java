// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.net.URI;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import reactor.core.scheduler.Scheduler;

import live.tributary.federation.http.GuardedClient;
import live.tributary.federation.signature.Origin;
import live.tributary.federation.webfinger.WebFingerClient;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.OnFederation;
import live.tributary.node.fediverse.Videos;
import live.tributary.node.inbox.People;
import live.tributary.node.inbox.Replies;
import live.tributary.node.instance.Node;
import live.tributary.node.kernel.ConditionalOnFeature;
import live.tributary.node.moving.Moves;
import live.tributary.node.readers.Readers;
import live.tributary.node.team.Members;
import live.tributary.node.team.Teams;
import live.tributary.web.page.Frame;

/** Wires what everybody sees of other servers. */
@AutoConfiguration(after = EdgeAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnFeature("fediverse")
@Conditional(OnFederation.class)
public final class FediversePagesAutoConfiguration {

    @Bean
    Frame.Part fediversePart() {
        return Frame.Part.FEDIVERSE;
    }

    @Bean
    RemoteFaces remoteFaces(People people) {
        return new RemoteFaces(people);
    }

    @Bean
    Presences presences(
            Actors actors,
            Addresses addresses,
            Videos videos,
            Replies replies,
            RemoteFaces faces,
            Members members,
            Moves moves) {
        return new KnownPresences(actors, addresses, videos, replies, faces, members, moves);
    }

    @Bean
    WebFingerClient webFingerClient(GuardedClient client, Node node) {
        return new WebFingerClient(client, node.link("/"));
    }

    @Bean
    FollowController followController(
            Teams teams, Presences presences, WebFingerClient webFinger, DomainPolicies policies, Frames frames) {
        return new FollowController(teams, presences, webFinger, policies, frames);
    }

    @Bean
    ReadersFilter readersFilter(Readers readers, Addresses addresses, Scheduler blocking) {
        var origin = Origin.of(URI.create(addresses.origin())).orElseThrow();
        return new ReadersFilter(readers, origin, blocking);
    }
}
