// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.api;

import java.time.InstantSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

import live.tributary.node.broadcast.Channels;
import live.tributary.node.instance.Node;
import live.tributary.node.kernel.Features;
import live.tributary.node.roster.Roster;
import live.tributary.node.studio.LiveStreams;
import live.tributary.node.team.Invitations;
import live.tributary.node.travel.Handoffs;

/** Wires the part of the API that every node has. */
@AutoConfiguration
@ConditionalOnWebApplication
public final class ApiAutoConfiguration {

    @Bean
    NodeController nodeController(Node node, Features features, Roster roster) {
        var version = ApiAutoConfiguration.class.getPackage().getImplementationVersion();
        return new NodeController(node, features, roster, version == null ? "development" : version);
    }

    @Bean
    ChannelController channelController(
            ObjectProvider<LiveStreams> streams,
            Channels channels,
            ObjectProvider<Handoffs> handoffs,
            InstantSource clock) {
        return new ChannelController(streams.getIfAvailable(LiveStreams::none), channels, handoffs, clock);
    }

    @Bean
    PlaybackController playbackController(ObjectProvider<LiveStreams> streams) {
        return new PlaybackController(streams.getIfAvailable(LiveStreams::none));
    }

    @Bean
    OembedController oembedController(Node node, Roster roster, ObjectProvider<LiveStreams> streams) {
        return new OembedController(node, roster, streams.getIfAvailable(LiveStreams::none));
    }

    @Bean
    SessionController sessionController() {
        return new SessionController();
    }

    @Bean
    InvitationApiController invitationApiController(Invitations invitations, Roster roster, Node node) {
        return new InvitationApiController(invitations, roster, node);
    }
}
