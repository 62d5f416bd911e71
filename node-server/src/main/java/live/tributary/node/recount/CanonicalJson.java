// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.recount;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON of which there is only one form (RFC 8785), so that it can be hashed and signed. All our numbers are integers that
 *  a browser keeps exactly; others are refused, and so the rules for fractions are not needed. */
final class CanonicalJson {

    /** What ECMAScript calls MAX_SAFE_INTEGER. */
    private static final long GREATEST_EXACT = (1L << 53) - 1;

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    static byte[] write(JsonNode node) {
        var json = new CanonicalJson();
        json.value(node);
        return json.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Reads JSON in any form.
     *  @throws UnreadableException for what is no JSON */
    static JsonNode read(byte[] bytes) {
        try {
            var node = STRICT.readTree(bytes);
            if (node.isMissingNode()) {
                throw new UnreadableException("There is nothing in this document.");
            }
            return node;
        } catch (JacksonException unreadable) {
            throw new UnreadableException("This is not JSON: " + unreadable.getOriginalMessage());
        }
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
        if (!node.isIntegralNumber() || !node.canConvertToLong() || Math.abs(node.longValue()) > GREATEST_EXACT) {
            throw new UnreadableException("%s is not an integer that every program keeps exactly.".formatted(node));
        }
        out.append(node.longValue());
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
