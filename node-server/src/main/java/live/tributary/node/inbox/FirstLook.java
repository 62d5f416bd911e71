// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.vocab.WebAddress;

/** What is seen of a body without much work. */
sealed interface FirstLook {

    /** It is read already. */
    record Clear(Legibility legibility) implements FirstLook {}

    /** To read it takes a hundred times as long: its words have to be put into ours first. */
    record Dear(ObjectNode document) implements FirstLook {

        /** Who is gone, if its words mean what they mostly do: nothing may be done because of it. */
        Optional<URI> leaving() {
            var actor = address(document.path("actor"));
            return document.path("type").asString("").equals("Delete")
                    ? actor.filter(gone -> address(document.path("object"))
                            .filter(gone::equals)
                            .isPresent())
                    : Optional.empty();
        }

        private static Optional<URI> address(JsonNode told) {
            return WebAddress.parse((told.isObject() ? told.path("id") : told).asString(""));
        }
    }
}
