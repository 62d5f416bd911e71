// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.util.Collection;

import tools.jackson.databind.json.JsonMapper;

import live.tributary.federation.vocab.outgoing.ActivityWriter;
import live.tributary.federation.vocab.outgoing.UpdateActor;
import live.tributary.node.kernel.Actor;

/**
 * Tells others than followers that what one of our actors says of itself reads differently now: those who may have read it,
 * and act on it. Safe for any thread that may block; takes part in the caller's transaction.
 */
public final class ProfileLetters {

    private final ActorDocuments documents;
    private final Outbox outbox;
    private final Addresses addresses;

    ProfileLetters(ActorDocuments documents, Outbox outbox, Addresses addresses) {
        this.documents = documents;
        this.outbox = outbox;
        this.addresses = addresses;
    }

    /**
     * Sends it as it reads in this transaction, at once.
     *
     * @param actor the node itself: whoever changed it was looked at before
     */
    public void send(Actor actor, LocalActor changed, Collection<URI> inboxes) {
        Deeds.require(actor, "tell of a change");
        documents.of(changed).ifPresent(document -> {
            var id = outbox.nextId();
            var update = ActivityWriter.write(new UpdateActor(addresses.activity(id), document));
            outbox.send(actor, changed, id, JsonMapper.shared().writeValueAsBytes(update), inboxes);
        });
    }
}
