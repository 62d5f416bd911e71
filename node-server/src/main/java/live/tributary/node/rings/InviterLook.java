// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.node.rings.RingLook.Reading;

/**
 * Looks whether whoever invites a team into a ring is in it, as the ring itself says: anybody can write an invitation. Asks there;
 * no transaction may be open.
 */
final class InviterLook {

    private static final Logger log = LoggerFactory.getLogger(InviterLook.class);

    /** What nobody could find out in so long a time, from the first look on, is forgotten. */
    static final Duration UNPROVEN = Duration.ofDays(1);

    private final RingStore rings;
    private final InvitationStore invitations;
    private final RingLook look;
    private final InstantSource clock;

    InviterLook(RingStore rings, InvitationStore invitations, RingLook look, InstantSource clock) {
        this.rings = rings;
        this.invitations = invitations;
        this.look = look;
        this.clock = clock;
    }

    void look(RingInvitation invitation) {
        var known = rings.find(invitation.ring());
        if (known.filter(ring -> ring.isVoter(invitation.inviter())).isPresent()) {
            invitations.prove(invitation);
        } else if (known.filter(Ring::hosted).isPresent()) {
            disbelieve(invitation, "the ring of this node does not know the inviter");
        } else {
            ask(invitation);
        }
    }

    private void ask(RingInvitation invitation) {
        switch (look.read(invitation.ring())) {
            case Reading.There(var _, var roll, var _)
            when roll.names(invitation.inviter()) -> invitations.prove(invitation);
            case Reading.There _ -> disbelieve(invitation, "the ring does not name the inviter");
            case Reading.Not _ -> askAgain(invitation, clock.instant());
        }
    }

    private void askAgain(RingInvitation invitation, Instant now) {
        if (invitations.isInVainSince(invitation, now.minus(UNPROVEN))) {
            disbelieve(invitation, "the ring has said nothing for a day");
        } else {
            invitations.lookAgain(invitation, now, now.plus(Mirror.BEFORE_ANOTHER_TRY));
        }
    }

    private void disbelieve(RingInvitation invitation, String because) {
        log.info(
                "invitation is not shown ring={} inviter={} because={}",
                invitation.ring(),
                invitation.inviter(),
                because);
        invitations.remove(invitation);
    }
}
