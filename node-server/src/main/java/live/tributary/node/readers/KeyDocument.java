// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.readers;

import java.util.List;
import java.util.Optional;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What everybody may know of an actor: with which keys it signs. At the address of a key there is its actor, so this is what
 * stands there for whoever does not sign, as with GoToSocial.
 */
public final class KeyDocument {

    private static final List<String> KEPT =
            List.of("@context", "type", "id", "preferredUsername", "inbox", "publicKey", "assertionMethod");

    private KeyDocument() {}

    /** Of an actor's document; empty where there is no key in it. */
    public static Optional<byte[]> of(byte[] document) {
        return JsonMapper.shared().readTree(document) instanceof ObjectNode actor && actor.has("publicKey")
                ? Optional.of(JsonMapper.shared().writeValueAsBytes(actor.retain(KEPT)))
                : Optional.empty();
    }
}
