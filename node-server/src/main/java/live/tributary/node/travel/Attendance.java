// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.time.Instant;

import live.tributary.node.broadcast.Channels;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.studio.LiveStream;
import live.tributary.node.studio.LiveStreams;

/** How many are with a team, for whoever decides whether more may come. Nobody else is told. */
final class Attendance {

    private final Channels channels;
    private final LiveStreams streams;
    private final VisitStore visits;
    private final TravelProperties properties;

    Attendance(Channels channels, LiveStreams streams, VisitStore visits, TravelProperties properties) {
        this.channels = channels;
        this.streams = streams;
        this.visits = visits;
        this.properties = properties;
    }

    Room room(TeamId team, Policy policy, Instant now) {
        int most = policy.maxGuests() > 0 ? policy.maxGuests() : Room.usual(watching(team));
        return new Room(most, visits.guests(team, now.minus(properties.guestsFor())), visits.promised(team, now));
    }

    /** Here: how many watch elsewhere is what others say, who would make room for themselves. */
    private int watching(TeamId team) {
        return channels.ofTeam(team).stream()
                .flatMap(channel -> streams.find(channel.id()).stream())
                .filter(LiveStream::open)
                .mapToInt(stream -> Math.toIntExact(Math.min(Policy.MOST_GUESTS, stream.watching())))
                .sum();
    }
}
