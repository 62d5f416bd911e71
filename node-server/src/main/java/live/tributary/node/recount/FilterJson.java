// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.recount;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.node.fairturn.Filter;
import live.tributary.node.fairturn.Filter.Search;
import live.tributary.node.fairturn.Gid;

/** A filter as receipts and pages state it; {@code found} is there only where somebody searched. */
public final class FilterJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private FilterJson() {}

    public static ObjectNode write(Filter filter) {
        var json = JSON.objectNode();
        json.set("languages", texts(filter.languages()));
        json.set("tags", texts(filter.interest()));
        json.set("hidden", texts(filter.hidden()));
        switch (filter.search()) {
            case Search.Everybody() -> {}
            case Search.Only(var gids) -> json.set("found", gids(List.copyOf(new TreeSet<>(gids))));
        }
        return json;
    }

    static Filter read(Fields json) {
        Search search = json.has("found")
                ? new Search.Only(gids(json, "found").stream().collect(Collectors.toSet()))
                : new Search.Everybody();
        var filter = filter(json, search);
        if (!write(filter).equals(json.node())) {
            throw new UnreadableException("%s is not written in its one form.".formatted(json.what()));
        }
        return filter;
    }

    private static Filter filter(Fields json, Search search) {
        try {
            return new Filter(json.texts("languages"), json.texts("tags"), json.texts("hidden"), search);
        } catch (IllegalArgumentException tooMany) {
            throw new UnreadableException("%s asks for too much: %s.".formatted(json.what(), tooMany.getMessage()));
        }
    }

    static ArrayNode texts(List<String> texts) {
        var array = JSON.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    static ArrayNode gids(List<Gid> gids) {
        return texts(gids.stream().map(Gid::toString).toList());
    }

    static List<Gid> gids(Fields json, String name) {
        return json.texts(name).stream()
                .map(text -> Gid.parse(text)
                        .orElseThrow(() -> new UnreadableException(
                                "“%s” is not the number of a group.".formatted(Foreign.text(text)))))
                .toList();
    }
}
