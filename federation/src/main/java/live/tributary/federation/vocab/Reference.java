// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an activity is about: an address, or the thing itself, which is not to be believed before its origin is sure. */
public sealed interface Reference {

    /** Only the address. */
    record Link(URI target) implements Reference {}

    /** The thing itself, as it was received. */
    record Embedded(URI target, ObjectNode document) implements Reference {}

    /** A thing without an address: it exists only inside its activity. */
    record Anonymous(ObjectNode document) implements Reference {}

    /** Where it is, if it is anywhere. */
    default Optional<URI> id() {
        return switch (this) {
            case Link(var target) -> Optional.of(target);
            case Embedded embedded -> Optional.of(embedded.target());
            case Anonymous _ -> Optional.empty();
        };
    }

    /** Reads a member that holds one thing; of several, the first. */
    static Optional<Reference> read(JsonNode value) {
        return Fields.many(value).flatMap(one -> one(one).stream()).findFirst();
    }

    private static Optional<Reference> one(JsonNode value) {
        if (value instanceof ObjectNode document) {
            return Fields.id(document)
                    .<Reference>map(id -> new Embedded(id, document))
                    .or(() -> Optional.of(new Anonymous(document)));
        }
        return Fields.link(value).map(Link::new);
    }
}
