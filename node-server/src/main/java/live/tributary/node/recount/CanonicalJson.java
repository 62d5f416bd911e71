// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.recount;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;

import live.tributary.federation.json.JsonLimits;
import live.tributary.federation.json.JsonReading;
import live.tributary.federation.json.StrictJson;

/** JSON of which there is only one form (RFC 8785), so that it can be hashed and signed. All our numbers are integers that
 *  a browser keeps exactly; others are refused, and so the rules for fractions are not needed. */
final class CanonicalJson {

    /** What ECMAScript calls MAX_SAFE_INTEGER. */
    private static final long GREATEST_EXACT = (1L << 53) - 1;

    /** A line of a snapshot has at most some fifty tokens: that is forty thousand live groups, and a quarter of a gigabyte. */
    private static final StrictJson STRICT =
            new StrictJson(new JsonLimits(64 << 20, 16, 64 << 10, 20, 256, 2_000_000, 100_000));

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    /** The canonical bytes.
     *  @throws UnreadableException where there are none: for other numbers, and for half a surrogate pair, which would become
     *      the same question mark in every document (3.2.2.2) */
    static byte[] write(JsonNode node) {
        var json = new CanonicalJson();
        json.value(node);
        try {
            var encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(json.out));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException halfCharacter) {
            throw new UnreadableException("A text holds half a character.");
        }
    }

    /** Reads an object, in any form.
     *  @throws UnreadableException for what is none, or what two readers could understand differently */
    static JsonNode read(byte[] bytes) {
        return switch (STRICT.read(bytes)) {
            case JsonReading.Parsed(var document) -> document;
            case JsonReading.Refused(var reason, var detail) ->
                throw new UnreadableException(
                        "This is not JSON that can be checked (%s: %s).".formatted(reason, Foreign.text(detail)));
        };
    }

    private void value(JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> object(node);
            case ARRAY -> array(node);
            case STRING -> string(node.stringValue());
            case NUMBER -> number(node);
            case BOOLEAN, NULL -> out.append(node);
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException("no JSON: " + node.getNodeType());
        }
    }

    /** 3.2.3: by the UTF-16 units of their names, as Java compares strings. */
    private void object(JsonNode node) {
        var members = new TreeMap<String, JsonNode>();
        node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        var separator = "{";
        for (var member : members.entrySet()) {
            out.append(separator);
            string(member.getKey());
            out.append(':');
            value(member.getValue());
            separator = ",";
        }
        out.append(members.isEmpty() ? "{}" : "}");
    }

    private void array(JsonNode node) {
        out.append('[');
        for (int i = 0; i < node.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            value(node.get(i));
        }
        out.append(']');
    }

    private void number(JsonNode node) {
        if (!node.isIntegralNumber() || !node.canConvertToLong() || !isExact(node.longValue())) {
            throw new UnreadableException(
                    "%s is not an integer that every program keeps exactly.".formatted(Foreign.text(node.toString())));
        }
        out.append(node.longValue());
    }

    /** Not by its absolute value: the least of all has none. */
    private static boolean isExact(long number) {
        return number >= -GREATEST_EXACT && number <= GREATEST_EXACT;
    }

    /** 3.2.2.2: as few escapes as JSON allows. */
    private void string(String text) {
        out.append('"');
        text.chars().forEach(this::character);
        out.append('"');
    }

    private void character(int unit) {
        switch (unit) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (unit < ' ') {
                    out.append("\\u%04x".formatted(unit));
                } else {
                    out.append((char) unit);
                }
            }
        }
    }
}
