// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.List;
import java.util.stream.Stream;

import live.tributary.node.fediverse.ActorId;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Follower;
import live.tributary.node.fediverse.Followers;
import live.tributary.node.team.Members;
import live.tributary.node.team.Team;
import live.tributary.web.page.FediversePage;

/** Who follows a team or somebody of it, as its page shows them. */
final class TeamFollowers {

    /** A page that is read by a person. */
    private static final int MOST_OF_EACH = 100;

    private final Actors actors;
    private final Followers followers;
    private final Members members;
    private final RemoteFaces faces;

    TeamFollowers(Actors actors, Followers followers, Members members, RemoteFaces faces) {
        this.actors = actors;
        this.followers = followers;
        this.members = members;
        this.faces = faces;
    }

    /** One of those who can be followed, and how people call it. */
    private record Followed(ActorId id, String name) {}

    /** Who follows both the team and a member counts twice. */
    int count(Team team) {
        return followed(team)
                .mapToInt(one -> followers.count(one.id(), Follower.State.ACCEPTED))
                .sum();
    }

    List<FediversePage.Follower> of(Team team) {
        return in(Follower.State.ACCEPTED, team);
    }

    List<FediversePage.Follower> waiting(Team team) {
        return in(Follower.State.PENDING, team);
    }

    private List<FediversePage.Follower> in(Follower.State state, Team team) {
        return followed(team)
                .flatMap(one ->
                        followers.of(one.id(), state, MOST_OF_EACH).stream().map(follower -> shown(follower, one)))
                .toList();
    }

    private Stream<Followed> followed(Team team) {
        var group = actors.group(team.id()).stream()
                .map(actor -> new Followed(actor.id(), team.name().value()));
        var people = members.of(team.id()).stream()
                .flatMap(member -> actors.person(member.id()).stream()
                        .map(actor -> new Followed(actor.id(), member.name().value())));
        return Stream.concat(group, people);
    }

    private FediversePage.Follower shown(Follower follower, Followed followed) {
        return new FediversePage.Follower(
                follower.address().toString(),
                faces.of(follower.address()),
                followed.id().value(),
                followed.name());
    }
}
