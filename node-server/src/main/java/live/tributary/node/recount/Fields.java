// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.recount;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import tools.jackson.databind.JsonNode;

/** An object of a document that a stranger wrote: each look says what is missing in a sentence.
 *  @param what where it stands, for the sentence */
record Fields(String what, JsonNode node) {

    Fields {
        if (!node.isObject()) {
            throw new UnreadableException("%s is not an object.".formatted(what));
        }
    }

    boolean has(String name) {
        return node.has(name);
    }

    String text(String name) {
        var value = node.path(name);
        if (!value.isString()) {
            throw unreadable(name, "text");
        }
        return value.stringValue();
    }

    int number(String name) {
        var value = node.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw unreadable(name, "a number");
        }
        return value.intValue();
    }

    boolean flag(String name) {
        var value = node.path(name);
        if (!value.isBoolean()) {
            throw unreadable(name, "true or false");
        }
        return value.booleanValue();
    }

    /** A text that stands for something else: a minute, a hash. */
    <T> T parsed(String name, Function<String, Optional<T>> parser) {
        return parser.apply(text(name)).orElseThrow(() -> unreadable(name, "what it should be"));
    }

    Fields object(String name) {
        return new Fields("“%s” of %s".formatted(name, what), node.path(name));
    }

    List<Fields> objects(String name) {
        return items(name).stream()
                .map(item -> new Fields("an item of “%s” of %s".formatted(name, what), item))
                .toList();
    }

    List<String> texts(String name) {
        var texts = new ArrayList<String>();
        for (JsonNode item : items(name)) {
            if (!item.isString()) {
                throw unreadable(name, "a list of texts");
            }
            texts.add(item.stringValue());
        }
        return texts;
    }

    private List<JsonNode> items(String name) {
        var value = node.path(name);
        if (!value.isArray()) {
            throw unreadable(name, "a list");
        }
        var items = new ArrayList<JsonNode>();
        value.forEach(items::add);
        return items;
    }

    private UnreadableException unreadable(String name, String wanted) {
        return new UnreadableException("“%s” of %s is not %s.".formatted(Foreign.text(name), what, wanted));
    }
}
