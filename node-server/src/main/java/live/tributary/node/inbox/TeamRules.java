// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.util.Optional;

import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.fediverse.FollowerRule;
import live.tributary.node.fediverse.LocalActor;
import live.tributary.node.fediverse.Profiles;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.team.Member;
import live.tributary.node.team.Members;

/** What teams want to decide themselves. Safe for any thread that may block. */
public final class TeamRules implements FollowerRule {

    private final TeamRuleStore store;
    private final Members members;
    private final Profiles profiles;
    private final TransactionOperations transactions;

    TeamRules(TeamRuleStore store, Members members, Profiles profiles, TransactionOperations transactions) {
        this.store = store;
        this.members = members;
        this.profiles = profiles;
        this.transactions = transactions;
    }

    public TeamRule of(TeamId team) {
        return store.of(team);
    }

    @Override
    public boolean approvesFollowers(TeamId team) {
        return of(team).approveFollowers();
    }

    /** The rule of the team that an actor belongs to; the node's own asks nobody. */
    TeamRule of(LocalActor actor) {
        return team(actor).map(this::of).orElse(TeamRule.OPEN);
    }

    /** Whose actor it is; empty for the node's own, for a ring, and for that of somebody who has left. */
    private Optional<TeamId> team(LocalActor actor) {
        return switch (actor) {
            case LocalActor.Application _, LocalActor.Ring _ -> Optional.empty();
            case LocalActor.Group group -> Optional.of(group.team());
            case LocalActor.Steward steward -> Optional.of(steward.team());
            case LocalActor.Person person -> members.find(person.member()).map(Member::team);
        };
    }

    /** Counts for what comes from now on.
     *  @param actor an owner of the team */
    public void put(Actor actor, TeamId team, TeamRule rule) {
        require(actor, team, "change what the team decides");
        transactions.executeWithoutResult(_ -> {
            // The documents of the team and its members say whether followers wait.
            if (store.of(team).approveFollowers() != rule.approveFollowers()) {
                profiles.changed(Actor.SYSTEM, team);
            }
            store.put(team, rule);
        });
    }

    /** The node's own actor is the owner's of the node. */
    void require(Actor actor, LocalActor local, String deed) {
        var team = team(local);
        if (team.isPresent()) {
            require(actor, team.get(), deed);
        } else if (!(actor instanceof Actor.SignedIn(var _, var nodeOwner) && nodeOwner)) {
            throw new NotAllowedException(actor, deed);
        }
    }

    void require(Actor actor, TeamId team, String deed) {
        if (!members.mayManage(actor, team)) {
            throw new NotAllowedException(actor, deed);
        }
    }
}
