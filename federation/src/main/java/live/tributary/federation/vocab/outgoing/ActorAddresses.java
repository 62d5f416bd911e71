// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;

/**
 * What hangs below a local actor's id.
 *
 * @param actor the id
 */
public record ActorAddresses(URI actor) {

    public URI inbox() {
        return below("inbox");
    }

    public URI outbox() {
        return below("outbox");
    }

    public URI followers() {
        return below("followers");
    }

    public URI following() {
        return below("following");
    }

    /** What a team pins. */
    public URI featured() {
        return below("featured");
    }

    /** Who moderates a team (FEP-1b12). */
    public URI moderators() {
        return below("moderators");
    }

    /** The broadcasts that are on air. */
    public URI liveNow() {
        return below("live");
    }

    /** The members of a ring, in its order. */
    public URI members() {
        return below("members");
    }

    /** The rings that a team says it is in. */
    public URI rings() {
        return below("rings");
    }

    /** When a team is on air next. */
    public URI events() {
        return below("events");
    }

    /** For which other teams a team vouches. */
    public URI vouches() {
        return below("vouches");
    }

    /** The RSA key. Lemmy needs a fragment in a key's id. */
    public URI mainKey() {
        return URI.create(actor + "#main-key");
    }

    /**
     * The Ed25519 key (FEP-521a). Each has a name of its own, so that proofs outlive the key that made them.
     *
     * @param number 1 for the actor's first
     */
    public URI proofKey(int number) {
        return URI.create(number == 1 ? actor + "#ed25519-key" : actor + "#ed25519-key-" + number);
    }

    private URI below(String name) {
        return URI.create(actor + "/" + name);
    }
}
