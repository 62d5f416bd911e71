// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A collection elsewhere, or a page of one: an outbox, a list of what is on air.
 *
 * @param document as it was received
 */
public record RemoteCollection(ObjectNode document) {

    private static final Set<String> KNOWN =
            Set.of("Collection", "OrderedCollection", "CollectionPage", "OrderedCollectionPage");

    /** Whether it is one. */
    public static Optional<RemoteCollection> read(ObjectNode document) {
        return KNOWN.contains(Fields.type(document, KNOWN))
                ? Optional.of(new RemoteCollection(document))
                : Optional.empty();
    }

    /**
     * What its first items lead to: the address of each, or of what an activity among them is about, where that may be a video.
     *
     * @param most how many are looked at
     */
    public List<URI> objects(int most) {
        return Stream.of("orderedItems", "items")
                .flatMap(name -> Fields.many(document.path(name)))
                .limit(most)
                .flatMap(item -> object(item).stream())
                .distinct()
                .toList();
    }

    /**
     * The dates that stand in it, such as those behind {@link ActorLink#EVENTS}; what is named only by its address is not looked
     * up.
     *
     * @param most how many items are looked at
     */
    public List<Event> events(int most) {
        return Stream.of("orderedItems", "items")
                .flatMap(name -> Fields.many(document.path(name)))
                .limit(most)
                .flatMap(item -> item instanceof ObjectNode thing ? event(thing).stream() : Stream.empty())
                .toList();
    }

    private static Optional<Event> event(ObjectNode item) {
        return ObjectReader.read(item).filter(Event.class::isInstance).map(Event.class::cast);
    }

    /** Where its first page is, if that does not lie in it. */
    public Optional<URI> firstPage() {
        return document.path("first") instanceof ObjectNode ? Optional.empty() : Fields.link(document.path("first"));
    }

    /** Its first page, if that lies in it. */
    public Optional<RemoteCollection> embeddedPage() {
        return document.path("first") instanceof ObjectNode page ? read(page) : Optional.empty();
    }

    private static Optional<URI> object(JsonNode item) {
        var about = item.path("object");
        if (about instanceof ObjectNode thing && !Fields.types(thing).contains("Video")) {
            return Optional.empty();
        }
        return about.isMissingNode() ? Fields.link(item) : Fields.link(about);
    }
}
