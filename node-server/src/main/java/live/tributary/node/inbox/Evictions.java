// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.context.event.EventListener;

import live.tributary.node.blocks.Ground;
import live.tributary.node.blocks.Stranger;
import live.tributary.node.blocks.StrangerBlocked;
import live.tributary.node.domains.DomainName;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.LocalActor;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.team.Members;
import live.tributary.node.team.Teams;

/** Ends it with followers who are kept out from now on. Takes part in the caller's transaction. */
final class Evictions {

    /** So many of a server are told; the others find out when they look. */
    static final int MOST_TOLD = 500;

    private final Actors actors;
    private final Teams teams;
    private final Members members;
    private final FollowRequests requests;

    Evictions(Actors actors, Teams teams, Members members, FollowRequests requests) {
        this.actors = actors;
        this.teams = teams;
        this.members = members;
        this.requests = requests;
    }

    @EventListener
    void on(StrangerBlocked blocked) {
        var speakers = speakers(blocked.ground()).toList();
        switch (blocked.stranger()) {
            case Stranger.Somebody(var id) -> speakers.forEach(speaker -> requests.turnOut(speaker, id));
            case Stranger.Server(var name) -> turnOut(name, speakers);
        }
    }

    private void turnOut(DomainName server, List<? extends LocalActor> speakers) {
        int left = MOST_TOLD;
        for (var speaker : speakers) {
            left -= requests.turnOut(speaker, server, left);
        }
    }

    /** Who speaks there, and can be followed. */
    private Stream<? extends LocalActor> speakers(Ground ground) {
        return switch (ground) {
            case Ground.OfNode() ->
                Stream.concat(actors.node().stream(), teams.all().stream().flatMap(team -> speakersOf(team.id())));
            case Ground.OfTeam(var team) -> speakersOf(team);
            case Ground.OfMember(var _, var member) -> actors.person(member).stream();
        };
    }

    private Stream<LocalActor> speakersOf(TeamId team) {
        return Stream.concat(actors.group(team).stream(), peopleOf(team));
    }

    private Stream<LocalActor.Person> peopleOf(TeamId team) {
        return members.of(team).stream().flatMap(member -> actors.person(member.id()).stream());
    }
}
