// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import tools.jackson.databind.node.ObjectNode;

/** What the address of something deleted answers, with status 410. */
public final class TombstoneWriter {

    private TombstoneWriter() {}

    /** The whole document. */
    public static ObjectNode write(Tombstone tombstone) {
        return Wire.document(Contexts.plain(), body(tombstone));
    }

    static ObjectNode body(Tombstone tombstone) {
        return Wire.typed("Tombstone")
                .put("id", tombstone.object().toString())
                .put("formerType", tombstone.formerType())
                .put("deleted", Wire.seconds(tombstone.deleted()));
    }
}
