// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.team.Members;
import live.tributary.node.team.Teams;

/**
 * New keys for our actors, for whoever fears that the old ones are known, or changes them by habit. They are made within a
 * minute, by {@link Locksmith}. Safe for any thread that may block.
 */
public final class KeyRenewals {

    private final KeyRenewalStore store;
    private final Actors actors;
    private final Teams teams;
    private final Members members;
    private final InstantSource clock;

    KeyRenewals(KeyRenewalStore store, Actors actors, Teams teams, Members members, InstantSource clock) {
        this.store = store;
        this.actors = actors;
        this.teams = teams;
        this.members = members;
        this.clock = clock;
    }

    /**
     * Wants new keys for the node itself and everybody on it; whoever is just getting some is left out.
     *
     * @param actor the owner of the node
     * @return how many will get some
     */
    public int ask(Actor actor) {
        Deeds.require(actor, "change the keys of the node");
        return store.ask(everybody(), clock.instant());
    }

    /**
     * Wants new keys for a team and its members; whoever is just getting some is left out.
     *
     * @param actor an owner of the team
     * @return how many will get some
     */
    public int ask(Actor actor, TeamId team) {
        if (!members.mayManage(actor, team)) {
            throw new NotAllowedException(actor, "change the keys of the team");
        }
        return store.ask(ofTeam(team).toList(), clock.instant());
    }

    /** Of the node and everybody on it. */
    public KeyReport report() {
        return store.report(everybody());
    }

    public KeyReport report(TeamId team) {
        return store.report(ofTeam(team).toList());
    }

    private List<ActorId> everybody() {
        var node = actors.node().map(LocalActor::id).stream();
        return Stream.concat(node, teams.all().stream().flatMap(team -> ofTeam(team.id())))
                .toList();
    }

    private Stream<ActorId> ofTeam(TeamId team) {
        var people = members.of(team).stream().map(member -> actors.person(member.id()));
        return Stream.concat(Stream.of(actors.group(team), actors.steward(team)), people)
                .flatMap(Optional::stream)
                .map(LocalActor::id);
    }
}
