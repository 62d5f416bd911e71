// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.roster;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import live.tributary.node.broadcast.Channels;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.ChannelId;
import live.tributary.node.kernel.Handle;
import live.tributary.node.studio.LiveStream;
import live.tributary.node.studio.LiveStreams;
import live.tributary.node.studio.StreamState;
import live.tributary.node.team.Member;
import live.tributary.node.team.Members;
import live.tributary.node.team.Team;
import live.tributary.node.team.Teams;

/** Finds seats, and who is on air. Safe for any thread that may block. */
public final class Roster {

    private final Teams teams;
    private final Members members;
    private final Channels channels;
    private final LiveStreams streams;

    Roster(Teams teams, Members members, Channels channels, LiveStreams streams) {
        this.teams = teams;
        this.members = members;
        this.channels = channels;
        this.streams = streams;
    }

    /** Every seat of a team, in the order in which they were taken. */
    public List<Seat> of(Team team) {
        var opened = channels.ofTeam(team.id());
        return members.of(team.id()).stream()
                .flatMap(member -> opened.stream()
                        .filter(channel -> channel.member().equals(member.id()))
                        .map(channel -> new Seat(team, member, channel)))
                .toList();
    }

    /** The seat that a channel belongs to. */
    public Optional<Seat> find(ChannelId channel) {
        return channels.find(channel)
                .flatMap(found -> members.find(found.member())
                        .flatMap(member -> teams.find(member.team()).map(team -> new Seat(team, member, found))));
    }

    /** The seat with this address. */
    public Optional<Seat> find(Handle team, Handle member) {
        return teams.find(team)
                .flatMap(found -> members.find(found.id(), member).flatMap(this::seat));
    }

    /** Where the actor sits: in the team of that handle, or else in the first one joined; empty without a seat. */
    public Optional<Seat> own(Actor actor, String team) {
        return in(actor, team).or(() -> seatsOf(actor).findFirst());
    }

    /** Where the actor sits in the team of that handle; empty where in no such team. */
    public Optional<Seat> in(Actor actor, String team) {
        return seatsOf(actor)
                .filter(seat -> seat.team().handle().value().equals(team))
                .findFirst();
    }

    private Stream<Seat> seatsOf(Actor actor) {
        return actor instanceof Actor.SignedIn(var account, var _)
                ? members.seatsOf(account).stream().flatMap(member -> seat(member).stream())
                : Stream.empty();
    }

    /** Who can be watched now, in an order that has nothing to do with viewers. */
    public List<LiveSeat> live() {
        return streams.live().isEmpty() ? List.of() : live(teams.all().stream().flatMap(team -> of(team).stream()));
    }

    /** Who of a team can be watched now. */
    public List<LiveSeat> live(Team team) {
        return live(of(team).stream());
    }

    private List<LiveSeat> live(Stream<Seat> seats) {
        return seats.flatMap(seat -> streams.find(seat.channel().id()).flatMap(stream -> live(seat, stream)).stream())
                .sorted(Comparator.comparing(live -> live.seat().channel().id().value()))
                .toList();
    }

    private static Optional<LiveSeat> live(Seat seat, LiveStream stream) {
        return stream.state() instanceof StreamState.Live(var since)
                ? Optional.of(new LiveSeat(seat, stream.title(), since))
                : Optional.empty();
    }

    private Optional<Seat> seat(Member member) {
        return teams.find(member.team())
                .flatMap(team -> channels.ofMember(member.id()).map(channel -> new Seat(team, member, channel)));
    }
}
