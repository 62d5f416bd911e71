// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.remote;

import java.net.URI;
import java.util.Optional;

import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.http.Budget;
import live.tributary.federation.http.Origins;
import live.tributary.federation.http.Redirects;
import live.tributary.federation.remote.Retrieval.Failed;
import live.tributary.federation.remote.Retrieval.Fetched;

/**
 * Finds the actor that a key belongs to. At the address of a key there may be its actor (Mastodon, PeerTube), the beginning of
 * its actor (GoToSocial), or the key alone. Whichever it is, the actor has to say at its own address that the key is its.
 */
final class KeyFetcher {

    private final RemoteDocuments documents;

    KeyFetcher(RemoteDocuments documents) {
        this.documents = documents;
    }

    KeyFetch fetch(URI keyId, Budget budget) {
        var received = documents.receive(keyId, Redirects.WITHIN_THE_SERVER, budget);
        if (!(received instanceof Fetched(var address, var document))) {
            return none(received);
        }
        if (RemoteDocuments.isServedUnderItsId(address, document) && document.has("publicKey")) {
            return key(keyId, address, document);
        }
        var owner = owner(document).filter(actor -> Origins.same(actor, keyId));
        if (owner.isEmpty()) {
            return new KeyFetch.None("%s names no owner on its own server.".formatted(keyId));
        }
        return switch (documents.fetch(owner.get(), budget)) {
            case Fetched(var id, var actor) -> key(keyId, id, actor);
            case Retrieval other -> none(other);
        };
    }

    /** A key alone names its owner, the beginning of an actor names the actor. */
    private static Optional<URI> owner(ObjectNode document) {
        return document.has("publicKeyPem") ? Ids.of(document.path("owner")) : Ids.of(document);
    }

    private static KeyFetch key(URI keyId, URI actor, ObjectNode document) {
        return PublishedKeys.find(keyId, actor, document)
                .<KeyFetch>map(key -> new KeyFetch.Key(new RemoteKey(keyId, actor, key)))
                .orElseGet(() -> new KeyFetch.None("%s does not say that the key %s is its.".formatted(actor, keyId)));
    }

    private static KeyFetch none(Retrieval retrieval) {
        return retrieval instanceof Failed
                ? new KeyFetch.NoAnswer(retrieval.words())
                : new KeyFetch.None(retrieval.words());
    }
}
