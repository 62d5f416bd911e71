// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.draws;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.node.directory.LiveGroup;
import live.tributary.node.recount.FilterJson;
import live.tributary.node.recount.Why;

/** A page as the API answers it: whoever keeps it can draw it again. */
final class PageJson {

    private PageJson() {}

    static ObjectNode write(DrawnPage page) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("snapshot", page.minute().toString())
                .put("snapshot_hash", page.snapshot().hash().hex())
                .put("nonce", page.nonce().hex())
                .put("page", page.number())
                .put("live", page.live())
                .put("found", page.found());
        json.set("filter", FilterJson.write(page.filter()));
        var cards = json.putArray("cards");
        page.places().forEach(place -> cards.add(card(page, place)));
        return json;
    }

    private static ObjectNode card(DrawnPage page, Place place) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("gid", place.card().gid().toString());
        json.set("why", Why.json(place.card(), page.minute()));
        json.put("words", Why.words(place.card(), page.nonce()));
        switch (place) {
            case Place.Live(var _, var group) -> group(json.put("state", "live"), group);
            case Place.Ended(var _, var group) -> group(json.put("state", "ended"), group);
            case Place.Unnamed _ -> json.put("state", "unnamed");
        }
        return json;
    }

    static void group(ObjectNode json, LiveGroup live) {
        json.put("id", live.group().id().toString())
                .put("name", live.group().name())
                .put("host", live.group().host())
                .put("home", live.group().page().toString())
                .put("title", live.title())
                .put("url", live.page().toString())
                .put("since", live.since().toString());
        texts(json.putArray("on_air"), live.onAir());
        texts(json.putArray("languages"), live.languages());
        texts(json.putArray("tags"), live.tags());
        texts(json.putArray("labels"), live.labels());
    }

    private static void texts(ArrayNode array, Iterable<String> texts) {
        texts.forEach(array::add);
    }
}
