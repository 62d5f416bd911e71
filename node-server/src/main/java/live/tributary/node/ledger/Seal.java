// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.ledger;

import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.KeyRings;
import live.tributary.node.recount.SignedDocument;

/** Signs what the directory publishes, with the key by which the node's own actor proves what it says. Any thread that may block. */
final class Seal {

    private final KeyRings keys;
    private final Actors actors;

    Seal(KeyRings keys, Actors actors) {
        this.keys = keys;
        this.actors = actors;
    }

    SignedDocument sign(byte[] content) {
        return SignedDocument.sign(content, keys.provingPair(actors.node().orElseThrow()));
    }

    /** The public half, as documents name it. */
    String key() {
        return SignedDocument.hex(keys.provingPair(actors.node().orElseThrow()).getPublic());
    }
}
