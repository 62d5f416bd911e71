// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.roster;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

import live.tributary.node.broadcast.Channels;
import live.tributary.node.studio.LiveStreams;
import live.tributary.node.team.Members;
import live.tributary.node.team.Teams;

/** Wires the roster; on a node that takes no streams in, nobody is ever on air. */
@AutoConfiguration
public final class RosterAutoConfiguration {

    @Bean
    Roster roster(Teams teams, Members members, Channels channels, ObjectProvider<LiveStreams> streams) {
        return new Roster(teams, members, channels, streams.getIfAvailable(LiveStreams::none));
    }
}
