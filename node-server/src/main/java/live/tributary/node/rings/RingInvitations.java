// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.rings.RingFinder.Meant;

/** Who is wanted in rings: by teams of this node, and teams of this node by others. Safe for any thread that may block. */
public final class RingInvitations {

    private final Rings rings;
    private final RingStore store;
    private final InvitationStore invitations;
    private final Chair chair;
    private final RingLetters letters;
    private final RingFinder finder;
    private final OwnTeams own;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    RingInvitations(
            Rings rings,
            RingStore store,
            InvitationStore invitations,
            Chair chair,
            RingLetters letters,
            RingFinder finder,
            OwnTeams own,
            TransactionOperations transactions,
            InstantSource clock) {
        this.rings = rings;
        this.store = store;
        this.invitations = invitations;
        this.chair = chair;
        this.letters = letters;
        this.finder = finder;
        this.own = own;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Who wants the team in a ring, the latest first. */
    public List<RingInvitation> of(TeamId team) {
        return invitations.of(team);
    }

    /**
     * Does not want to be where it was invited; false where it was not.
     *
     * @param actor an owner of the team
     */
    public boolean decline(Actor actor, TeamId team, URI ring) {
        rings.require(actor, team, "decline an invitation to a ring");
        return transactions.execute(_ -> invitations.remove(team, ring));
    }

    /**
     * Wants a team in a ring: it is invited, and the team's yes counts when it asks. Looks for it first, and blocks.
     *
     * @param actor an owner of a team in the ring
     * @param typed handle, page or actor of the one who is invited
     */
    public RingDeed invite(Actor actor, TeamId team, URI ring, String typed) {
        rings.require(actor, team, "invite a team to a ring");
        return switch (finder.team(team, typed)) {
            case Meant.Own(var guest) -> transactions.execute(_ -> invite(team, ring, own.member(guest)));
            case Meant.Elsewhere(var guest) ->
                transactions.execute(_ -> invite(team, ring, MemberLook.member(guest, ring, Set.of())));
            case Meant.Known _ -> new RingDeed.Not(RingDeed.Why.NO_TEAM);
            case Meant.Nothing(var why) -> new RingDeed.Not(why);
        };
    }

    private RingDeed invite(TeamId inviter, URI actor, RingMember guest) {
        var found = store.lock(actor).filter(ring -> ring.isVoter(own.address(inviter)));
        if (found.isEmpty()) {
            return new RingDeed.Not(RingDeed.Why.GONE);
        }
        var ring = found.get();
        if (ring.member(guest.address()).isPresent()) {
            return new RingDeed.Not(RingDeed.Why.ALREADY);
        }
        if (ring.hosted()) {
            chair.votes(ring, guest.address(), own.address(inviter), true);
        }
        own.team(guest.address())
                .ifPresent(team ->
                        invitations.put(new RingInvitation(team, actor, own.address(inviter), clock.instant())));
        letters.invite(inviter, ring, guest);
        return new RingDeed.Done(actor);
    }
}
