// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.remote;

import java.net.URI;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import live.tributary.federation.http.Origins;
import live.tributary.federation.signature.VerifyingKey;

/** Reads the keys in an actor's document: {@code publicKey}, and the Multikeys of FEP-521a. */
final class PublishedKeys {

    private PublishedKeys() {}

    /**
     * The key that a signature means, if the actor says that it is its.
     *
     * @param keyId the id of the key, or that of the actor, which is how PeerTube calls its one key
     */
    static Optional<VerifyingKey> find(URI keyId, URI actor, JsonNode document) {
        if (!Origins.same(keyId, actor)) {
            return Optional.empty();
        }
        var named = Ids.each(document.path("publicKey"))
                .filter(key -> keyId.equals(actor) || isCalled(keyId, key))
                .filter(key -> isSaidToBelongTo(actor, key.path("owner")))
                .flatMap(key -> VerifyingKey.fromPem(key.path("publicKeyPem").asString("")).stream())
                .findFirst();
        return named.or(() -> Ids.each(document.path("assertionMethod"))
                .filter(key -> isCalled(keyId, key))
                .filter(key -> isSaidToBelongTo(actor, key.path("controller")))
                .flatMap(key -> VerifyingKey.fromMultibase(
                        key.path("publicKeyMultibase").asString(""))
                        .stream())
                .findFirst());
    }

    private static boolean isCalled(URI keyId, JsonNode key) {
        return Ids.of(key).filter(keyId::equals).isPresent();
    }

    private static boolean isSaidToBelongTo(URI actor, JsonNode owner) {
        return Ids.of(owner).filter(actor::equals).isPresent();
    }
}
