// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.time.InstantSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

import live.tributary.node.broadcast.Broadcasts;
import live.tributary.node.broadcast.StreamKeys;
import live.tributary.node.health.HealthRecords;
import live.tributary.node.inbox.ViewersElsewhere;
import live.tributary.node.instance.Node;
import live.tributary.node.kernel.ConditionalOnFeature;
import live.tributary.node.roster.Roster;
import live.tributary.node.studio.Encoders;
import live.tributary.node.studio.LiveStreams;
import live.tributary.node.studio.RtmpPort;
import live.tributary.node.team.Invitations;
import live.tributary.node.team.Members;
import live.tributary.node.team.Teams;

/** Wires the pages for those who stream: the set-up after the claim, and the studio. */
@AutoConfiguration(after = EdgeAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnFeature("studio")
public final class StudioPagesAutoConfiguration {

    @Bean
    Studio studio(Roster roster, Frames frames) {
        return new Studio(roster, frames);
    }

    @Bean
    EncoderWords encoderWords(Encoders encoders) {
        return new EncoderWords(encoders);
    }

    @Bean
    IngestAddress ingestAddress(RtmpPort port) {
        return new IngestAddress(port);
    }

    @Bean
    Reveals reveals(InstantSource clock) {
        return new Reveals(clock);
    }

    @Bean
    SetupController setupController(
            Teams teams,
            StreamKeys keys,
            Node node,
            Studio studio,
            EncoderWords encoders,
            IngestAddress ingest,
            Reveals reveals,
            Frames frames) {
        return new SetupController(teams, keys, node, studio, encoders, ingest, reveals, frames);
    }

    @Bean
    HealthPages healthPages(LiveStreams streams, HealthRecords records) {
        return new HealthPages(streams, records);
    }

    @Bean
    StudioController studioController(
            Broadcasts broadcasts,
            Studio studio,
            Airs airs,
            EncoderWords encoders,
            HealthPages health,
            ObjectProvider<ViewersElsewhere> elsewhere) {
        return new StudioController(
                broadcasts, studio, airs, encoders, health, elsewhere.getIfAvailable(() -> ViewersElsewhere.NONE));
    }

    @Bean
    KeysController keysController(StreamKeys keys, Studio studio, IngestAddress ingest, Reveals reveals) {
        return new KeysController(keys, studio, ingest, reveals);
    }

    @Bean
    MembersController membersController(
            Teams teams, Members members, Invitations invitations, Node node, Studio studio, Reveals reveals) {
        return new MembersController(teams, members, invitations, node, studio, reveals);
    }
}
