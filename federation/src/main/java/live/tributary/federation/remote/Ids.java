// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.remote;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import live.tributary.federation.signature.Origin;

/** Reads ids in documents, where an id may stand alone, in an object, or among others in an array. */
final class Ids {

    private static final int MOST_CHARS = 2000;

    private Ids() {}

    /** The id of a document, if it is an address on the web. */
    static Optional<URI> of(JsonNode value) {
        var id = value.isObject() ? value.path("id") : value;
        return id.isString() ? parse(id.asString()) : Optional.empty();
    }

    /** All of a member that may hold one value or several. */
    static Stream<JsonNode> each(JsonNode member) {
        return member.isArray() ? member.valueStream() : Stream.of(member);
    }

    /** The address that an id becomes in a request line: in ASCII, and with a path. */
    static URI asSent(URI id) {
        var ascii = URI.create(id.toASCIIString());
        return ascii.getRawPath().isEmpty() ? ascii.resolve("/") : ascii;
    }

    private static Optional<URI> parse(String text) {
        if (text.length() > MOST_CHARS) {
            return Optional.empty();
        }
        try {
            var id = new URI(text);
            return Origin.of(id).isPresent() ? Optional.of(id) : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
