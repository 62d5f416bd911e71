// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;

import tools.jackson.databind.node.ObjectNode;

/** What rings and their members say to each other. */
final class RingWriter {

    private RingWriter() {}

    static ObjectNode body(InviteToRing invite) {
        return ActivityWriter.with(ActivityWriter.envelope("Invite", invite), invite.team())
                .put("target", invite.ring().toString());
    }

    static ObjectNode body(JoinRing join) {
        return ActivityWriter.with(ActivityWriter.envelope("Join", join), join.ring());
    }

    static ObjectNode body(AnnounceJoin announce) {
        return ActivityWriter.with(ActivityWriter.envelope("Announce", announce), body(announce.join()));
    }

    static ObjectNode body(AcceptJoin accept) {
        return ActivityWriter.with(ActivityWriter.envelope("Accept", accept), body(accept.join()));
    }

    static ObjectNode body(RejectJoin reject) {
        return ActivityWriter.with(ActivityWriter.envelope("Reject", reject), body(reject.join()))
                .put("content", reject.reason());
    }

    static ObjectNode body(LeaveRing leave) {
        return ActivityWriter.with(ActivityWriter.envelope("Leave", leave), leave.ring());
    }

    static ObjectNode body(AddMember add) {
        return ActivityWriter.with(ActivityWriter.envelope("Add", add), add.member())
                .put("target", members(add.actor()));
    }

    static ObjectNode body(RemoveMember remove) {
        return ActivityWriter.with(ActivityWriter.envelope("Remove", remove), remove.member())
                .put("target", members(remove.ring()));
    }

    private static String members(URI ring) {
        return new ActorAddresses(ring).members().toString();
    }
}
