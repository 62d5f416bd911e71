// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import tools.jackson.databind.json.JsonMapper;

import live.tributary.federation.delivery.DeliveryClass;
import live.tributary.federation.vocab.outgoing.ActivityWriter;
import live.tributary.federation.vocab.outgoing.AnnounceObject;
import live.tributary.federation.vocab.outgoing.Audience;
import live.tributary.federation.vocab.outgoing.Outgoing;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.LocalActor;
import live.tributary.node.fediverse.Outbox;
import live.tributary.node.fediverse.Seals;
import live.tributary.node.kernel.Actor;

/** What teams write to each other about hand-offs, each with a proof. Takes part in the caller's transaction. */
final class Letters {

    private final Outbox outbox;
    private final Addresses addresses;
    private final Seals seals;

    Letters(Outbox outbox, Addresses addresses, Seals seals) {
        this.outbox = outbox;
        this.addresses = addresses;
        this.seals = seals;
    }

    /** @param words what is written, from its address */
    void send(LocalActor.Group sender, URI inbox, DeliveryClass urgency, Function<URI, Outgoing> words) {
        var id = outbox.nextId();
        var document = proven(sender, words.apply(addresses.activity(id)));
        outbox.send(Actor.SYSTEM, sender, id, document, List.of(inbox), urgency);
    }

    /** Followers of the team see one broadcast elsewhere. */
    void boost(LocalActor.Group sender, URI video, Instant at) {
        var id = outbox.nextId();
        var audience = Audience.everybody(addresses.under(sender).followers());
        var announce = new AnnounceObject(addresses.activity(id), addresses.of(sender), video, at, audience);
        outbox.sendToFollowers(Actor.SYSTEM, sender, id, proven(sender, announce));
    }

    private byte[] proven(LocalActor.Group sender, Outgoing activity) {
        return JsonMapper.shared().writeValueAsBytes(seals.prove(Actor.SYSTEM, sender, ActivityWriter.write(activity)));
    }
}
