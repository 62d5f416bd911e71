// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.time.InstantSource;
import java.util.Set;

import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.kernel.TeamId;

/** How a ring goes on here when its host is gone. May block. */
public final class RingSuccession {

    private final Rings rings;
    private final RingStore store;
    private final SeatStore seats;
    private final InvitationStore invitations;
    private final RingFounding founding;
    private final RingLetters letters;
    private final OwnTeams own;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    RingSuccession(
            Rings rings,
            RingStore store,
            SeatStore seats,
            InvitationStore invitations,
            RingFounding founding,
            RingLetters letters,
            OwnTeams own,
            TransactionOperations transactions,
            InstantSource clock) {
        this.rings = rings;
        this.store = store;
        this.seats = seats;
        this.invitations = invitations;
        this.founding = founding;
        this.letters = letters;
        this.own = own;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Goes on with a ring whose host is gone: a new one with the same words and members, each of whom is in it when it says so.
     *
     * @param actor an owner of a team that the ring's charter names as a steward
     */
    public RingDeed succeed(Actor actor, TeamId team, URI old) {
        rings.require(actor, team, "go on with a ring");
        return transactions.execute(_ -> {
            store.lockNames();
            var before = store.lock(old)
                    .filter(ring -> seats.find(team, ring.actor()).isPresent());
            if (before.isEmpty()) {
                return new RingDeed.Not(RingDeed.Why.GONE);
            }
            if (!rings.isOrphaned(before.get())) {
                return new RingDeed.Not(RingDeed.Why.HOST_ANSWERS);
            }
            if (!before.get().isSteward(own.address(team))) {
                throw new NotAllowedException(actor, "go on with a ring");
            }
            return succeed(team, before.get());
        });
    }

    private RingDeed succeed(TeamId team, Ring old) {
        var self = own.address(team);
        var all = old.members().stream()
                .map(member -> member.address().equals(self) ? own.member(team) : member.holding(false))
                .toList();
        var words = new RingWords(old.name(), old.charter(), old.lanes());
        seats.remove(team, old.actor());
        if (seats.in(old.actor()).stream().noneMatch(seat -> seat.state().named())) {
            // The new one takes its address over.
            store.remove(old.actor());
        }
        var done = founding.begin(store.free(old.slug()), words, old.stewards(), Set.of(old.actor()), all, team);
        var ring = store.find(done.ring()).orElseThrow();
        ring.members().stream()
                .filter(member -> member.isTeam() && !member.address().equals(self))
                .forEach(member -> ask(team, ring, member));
        return done;
    }

    private void ask(TeamId team, Ring ring, RingMember member) {
        own.team(member.address())
                .ifPresentOrElse(
                        guest -> invitations.put(
                                new RingInvitation(guest, ring.actor(), own.address(team), clock.instant())),
                        () -> letters.invite(team, ring, member));
    }
}
