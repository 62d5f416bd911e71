// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.team;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.accounts.Account;
import live.tributary.node.accounts.Accounts;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.Handle;
import live.tributary.node.kernel.MemberId;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.team.Founding.Founded;
import live.tributary.node.team.Founding.HandleTaken;

/** The teams of this node: usually one, never only one. Safe for any thread that may block. */
public final class Teams {

    private final TeamStore teams;
    private final MemberStore members;
    private final Accounts accounts;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Teams(
            TeamStore teams,
            MemberStore members,
            Accounts accounts,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.teams = teams;
        this.members = members;
        this.accounts = accounts;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    public Optional<Team> find(TeamId id) {
        return teams.find(id);
    }

    public Optional<Team> find(Handle handle) {
        return teams.find(handle);
    }

    /** All teams, in the order of their founding. */
    public List<Team> all() {
        return teams.all();
    }

    /** Makes a team with the actor as its first owner.
     *  @param actor the owner of the node */
    public Founding found(Actor actor, NewTeam wish) {
        var founder = founder(actor);
        var now = clock.instant();
        var team = new Team(TeamId.next(now), wish.handle(), wish.name(), wish.mark(), wish.hue());
        var seat = new Member(
                MemberId.next(now), team.id(), founder.id(), founder.handle(), founder.name(), Role.OWNER, now);
        return transactions.execute(_ -> add(team, seat));
    }

    private Founding add(Team team, Member founder) {
        if (!teams.add(team, founder.joinedAt())) {
            return new HandleTaken();
        }
        members.add(founder);
        events.publishEvent(new MemberJoined(founder.id(), team.id(), founder.joinedAt()));
        return new Founded(team, founder);
    }

    private Account founder(Actor actor) {
        if (actor instanceof Actor.SignedIn(var account, var nodeOwner) && nodeOwner) {
            return accounts.find(account).orElseThrow(() -> new NotAllowedException(actor, "found a team"));
        }
        throw new NotAllowedException(actor, "found a team");
    }
}
