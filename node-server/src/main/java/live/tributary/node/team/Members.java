// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.team;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.kernel.AccountId;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.Handle;
import live.tributary.node.kernel.MemberId;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.kernel.TeamId;

/** Who is in which team, and who may act for whom. Safe for any thread that may block. */
public final class Members {

    private final MemberStore members;
    private final TeamStore teams;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Members(
            MemberStore members,
            TeamStore teams,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.members = members;
        this.teams = teams;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    public Optional<Member> find(MemberId id) {
        return members.find(id);
    }

    public Optional<Member> find(TeamId team, Handle handle) {
        return members.find(team, handle);
    }

    /** In the order in which they joined. */
    public List<Member> of(TeamId team) {
        return members.of(team);
    }

    /** The seats of one person, in the order in which they were taken. */
    public List<Member> seatsOf(AccountId account) {
        return members.seatsOf(account);
    }

    /** Whether the actor may change who is in the team: an owner of it, or the node itself. */
    public boolean mayManage(Actor actor, TeamId team) {
        return switch (actor) {
            case Actor.Anonymous _ -> false;
            case Actor.NodeItself _ -> true;
            case Actor.SignedIn(var account, var _) ->
                members.seat(team, account)
                        .filter(seat -> seat.role() == Role.OWNER)
                        .isPresent();
        };
    }

    /** Whether the actor may do what the member may: the member in person, an owner of the team, or the node itself. */
    public boolean mayActFor(Actor actor, MemberId member) {
        return members.find(member).filter(seat -> mayActFor(actor, seat)).isPresent();
    }

    /** Takes a member out of the team: a member may leave, an owner may remove. The account stays.
     *  @param actor the member in person, an owner of the team, or the node itself */
    public Removal remove(Actor actor, MemberId member) {
        return transactions.execute(_ -> {
            var seat = members.find(member);
            if (seat.isEmpty()) {
                return Removal.NOT_A_MEMBER;
            }
            if (!mayActFor(actor, seat.get())) {
                throw new NotAllowedException(actor, "remove member " + member);
            }
            return remove(seat.get());
        });
    }

    private Removal remove(Member seat) {
        // Two owners who remove each other: the second has to see what the first did.
        teams.lock(seat.team());
        if (seat.role() == Role.OWNER && members.countOwners(seat.team()) == 1) {
            return Removal.LAST_OWNER;
        }
        var now = clock.instant();
        if (!members.remove(seat.id(), now)) {
            return Removal.NOT_A_MEMBER;
        }
        events.publishEvent(new MemberRemoved(seat.id(), seat.team(), now));
        return Removal.REMOVED;
    }

    private boolean mayActFor(Actor actor, Member seat) {
        var inPerson = actor instanceof Actor.SignedIn(var account, var _) && account.equals(seat.account());
        return inPerson || mayManage(actor, seat.team());
    }
}
