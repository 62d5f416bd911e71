// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.json;

import java.util.Set;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.json.JsonReading.Reason;

/** Tokens → one tree. The parser's own constraints bound the depth of the recursion and the number of tokens. */
final class TreeReader {

    private static final Set<String> FORBIDDEN = Set.of("@graph", "@included", "@reverse", "@import", "@nest");

    private final JsonParser parser;
    private final JsonLimits limits;
    private final JsonNodeFactory nodes = JsonNodeFactory.instance;

    TreeReader(JsonParser parser, JsonLimits limits) {
        this.parser = parser;
        this.limits = limits;
    }

    ObjectNode document() {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new RefusalException(Reason.NOT_AN_OBJECT, "does not begin with an object");
        }
        var document = object();
        if (parser.nextToken() != null) {
            throw new RefusalException(Reason.MALFORMED, "more after the end");
        }
        return document;
    }

    private ObjectNode object() {
        var object = nodes.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = storable(parser.currentName());
            if (FORBIDDEN.contains(name)) {
                throw new RefusalException(Reason.FORBIDDEN_KEYWORD, name);
            }
            if (object.has(name)) {
                throw new RefusalException(Reason.DUPLICATE_NAME, "\"%s\" twice".formatted(name));
            }
            object.set(name, value(parser.nextToken()));
        }
        return object;
    }

    private ArrayNode array() {
        var array = nodes.arrayNode();
        for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (array.size() == limits.items()) {
                throw new RefusalException(Reason.OVER_A_LIMIT, "array of more than %d".formatted(limits.items()));
            }
            array.add(value(token));
        }
        return array;
    }

    private JsonNode value(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> nodes.stringNode(storable(parser.getString()));
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> fraction();
            case VALUE_TRUE -> nodes.booleanNode(true);
            case VALUE_FALSE -> nodes.booleanNode(false);
            case VALUE_NULL -> nodes.nullNode();
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new RefusalException(Reason.MALFORMED, "no value where one belongs");
        };
    }

    private JsonNode integer() {
        return switch (parser.getNumberType()) {
            case INT -> nodes.numberNode(parser.getIntValue());
            case LONG -> nodes.numberNode(parser.getLongValue());
            case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> nodes.numberNode(parser.getBigIntegerValue());
        };
    }

    private JsonNode fraction() {
        var number = parser.getDoubleValue();
        if (!Double.isFinite(number)) {
            throw new RefusalException(Reason.NUMBER_OUT_OF_RANGE, "more than a double holds");
        }
        return nodes.numberNode(number);
    }

    /** U+0000 has no place in PostgreSQL's text; half a surrogate pair has none in UTF-8. */
    private static String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var paired = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (paired) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                throw new RefusalException(Reason.UNSTORABLE_TEXT, "U+%04X".formatted((int) c));
            }
        }
        return text;
    }
}
