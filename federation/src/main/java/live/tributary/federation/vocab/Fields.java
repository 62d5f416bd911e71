// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Members of a stranger's document, with the tolerance of JSON-LD: one value is an array of one, an address may stand
 * alone or in an object, {@code @id} is {@code id}. What is not understood counts as absent.
 */
final class Fields {

    private static final Set<String> EVERYBODY = Set.of("as:Public", "Public");

    private Fields() {}

    static Optional<URI> id(ObjectNode document) {
        return address(either(document, "id", "@id"));
    }

    /** All types, in their order. */
    static List<String> types(ObjectNode document) {
        return many(either(document, "type", "@type"))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .map(type -> type.startsWith("as:") ? type.substring(3) : type)
                .toList();
    }

    /** The first of {@code known} that the document has for a type, else its first type, else nothing. */
    static String type(ObjectNode document, Set<String> known) {
        var types = types(document);
        return types.stream()
                .filter(known::contains)
                .findFirst()
                .or(() -> types.stream().findFirst())
                .orElse("");
    }

    static Stream<JsonNode> many(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream();
        }
        return value.isMissingNode() || value.isNull() ? Stream.empty() : Stream.of(value);
    }

    /** The first address in {@code value}: a string, or an object with an {@code id} or an {@code href}. */
    static Optional<URI> link(JsonNode value) {
        return many(value).flatMap(one -> target(one).stream()).findFirst();
    }

    /** All addresses in {@code value}, each once. */
    static Set<URI> links(JsonNode value) {
        var links = new LinkedHashSet<URI>();
        many(value).forEach(one -> target(one).ifPresent(links::add));
        return links;
    }

    /** Plain or HTML text; the first entry of a language map where only that is given. */
    static String text(ObjectNode document, String name) {
        var text = plain(document.path(name));
        return text.isEmpty()
                ? document.path(name + "Map")
                        .valueStream()
                        .map(Fields::plain)
                        .filter(translation -> !translation.isEmpty())
                        .findFirst()
                        .orElse("")
                : text;
    }

    static Optional<Instant> time(ObjectNode document, String name) {
        return time(document.path(name));
    }

    static Optional<Instant> time(JsonNode value) {
        try {
            return Optional.of(plain(value))
                    .filter(text -> !text.isEmpty())
                    .map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    static boolean flag(ObjectNode document, String name) {
        return document.path(name).booleanValue(false);
    }

    static OptionalLong number(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToLong()
                ? OptionalLong.of(value.longValue())
                : OptionalLong.empty();
    }

    /** One of our own terms, as we name it or by its whole IRI. */
    static JsonNode term(ObjectNode document, String name) {
        return either(document, name, ActivityStreams.TRIBUTARY + name);
    }

    static List<String> texts(JsonNode value) {
        return many(value).map(Fields::plain).filter(text -> !text.isEmpty()).toList();
    }

    private static String plain(JsonNode value) {
        return many(value)
                .map(one -> one.isObject() ? one.path("@value") : one)
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .findFirst()
                .orElse("");
    }

    private static JsonNode either(ObjectNode document, String name, String other) {
        return document.has(name) ? document.path(name) : document.path(other);
    }

    private static Optional<URI> target(JsonNode value) {
        if (value instanceof ObjectNode object) {
            return id(object).or(() -> address(object.path("href")));
        }
        return address(value);
    }

    private static Optional<URI> address(JsonNode value) {
        if (!value.isString()) {
            return Optional.empty();
        }
        return EVERYBODY.contains(value.stringValue())
                ? Optional.of(ActivityStreams.PUBLIC)
                : WebAddress.parse(value.stringValue());
    }
}
