// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An activity as it came, which a team may pass on to its followers (FEP-1b12).
 *
 * @param isPlain whether it was understood as it came: in other words it may mean something else to whoever gets it
 */
record Said(ObjectNode activity, boolean isPlain) {

    /** What a stranger makes us send to everybody is no larger. */
    static final int MOST_BYTES = 64 * 1024;

    @SuppressWarnings("ReferenceEquality") // what needs no other words is given back as the tree that it is
    static Said of(Legibility.Legible text) {
        return new Said(text.asReceived(), text.activity().envelope().document() == text.asReceived());
    }

    /** Whoever trusts the team believes what it passes on: so that has to be what its actor signed and we understood. */
    boolean mayPassOn(Trust trust) {
        return trust == Trust.SIGNED && isPlain && !isPartlySecret() && bytes().length <= MOST_BYTES;
    }

    /** ActivityPub, 6: whom it went to in secret, nobody else may read. */
    private boolean isPartlySecret() {
        return activity.findValue("bto") != null || activity.findValue("bcc") != null;
    }

    byte[] bytes() {
        return JsonMapper.shared().writeValueAsBytes(activity);
    }
}
