// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Collections: how many there are, what they hold, or both. */
public final class CollectionWriter {

    /** The most that a page holds. */
    public static final int PAGE_ITEMS = 20;

    private CollectionWriter() {}

    /** How many there are, and no more: who follows is nobody's business. */
    public static ObjectNode counted(URI id, long totalItems) {
        return Wire.document(Contexts.plain(), collection(id, totalItems));
    }

    /** A short list of addresses, complete: what is pinned, who moderates, what is on air. */
    public static ObjectNode complete(URI id, List<URI> items) {
        var body = collection(id, items.size());
        body.set("orderedItems", Wire.list(items));
        return Wire.document(Contexts.plain(), body);
    }

    /** A short list of things, complete, in the words of {@code context}. */
    static ObjectNode complete(URI id, ArrayNode context, List<? extends JsonNode> items) {
        if (items.size() > PAGE_ITEMS) {
            throw new IllegalArgumentException("%d items in a list, limit %d".formatted(items.size(), PAGE_ITEMS));
        }
        var body = collection(id, items.size());
        body.set("orderedItems", JsonNodeFactory.instance.arrayNode().addAll(items));
        return Wire.document(context, body);
    }

    /** The cover of a collection that is read by pages. */
    public static ObjectNode paged(URI id, long totalItems, URI firstPage) {
        return Wire.document(Contexts.plain(), collection(id, totalItems).put("first", firstPage.toString()));
    }

    /** A page after which {@code next} follows. */
    public static ObjectNode page(URI id, URI partOf, List<? extends JsonNode> items, URI next) {
        return lastPage(id, partOf, items).put("next", next.toString());
    }

    /** A page after which nothing follows. */
    public static ObjectNode lastPage(URI id, URI partOf, List<? extends JsonNode> items) {
        if (items.size() > PAGE_ITEMS) {
            throw new IllegalArgumentException("%d items on a page, limit %d".formatted(items.size(), PAGE_ITEMS));
        }
        var body = Wire.typed("OrderedCollectionPage").put("id", id.toString()).put("partOf", partOf.toString());
        body.set("orderedItems", JsonNodeFactory.instance.arrayNode().addAll(items));
        return Wire.document(Contexts.plain(), body);
    }

    private static ObjectNode collection(URI id, long totalItems) {
        return Wire.typed("OrderedCollection").put("id", id.toString()).put("totalItems", totalItems);
    }
}
