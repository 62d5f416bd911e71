// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.node.ObjectNode;

/** A tolerant reader of objects. */
public final class ObjectReader {

    private static final Set<String> KNOWN = Set.of("Note", "Page", "Article", "Video", "Event", "Tombstone");

    private ObjectReader() {}

    /** The object, if it has an address; of an unknown kind it is an {@link OtherObject}. */
    public static Optional<RemoteObject> read(ObjectNode document) {
        return Fields.id(document).map(id -> object(Fields.type(document, KNOWN), facts(document, id)));
    }

    private static RemoteObject object(String type, ObjectFacts facts) {
        return switch (type) {
            case "Note" -> new Note(facts);
            case "Page" -> new Page(facts);
            case "Article" -> new Article(facts);
            case "Video" -> new RemoteVideo(facts, Fields.flag(facts.document(), "isLiveBroadcast"));
            case "Event" -> new Event(facts);
            case "Tombstone" -> new Tombstone(facts);
            default -> new OtherObject(facts, type);
        };
    }

    private static ObjectFacts facts(ObjectNode document, URI id) {
        return new ObjectFacts(
                id,
                Fields.links(document.path("attributedTo")),
                Fields.text(document, "name"),
                Fields.text(document, "summary"),
                Fields.text(document, "content"),
                Fields.links(document.path("to")),
                Fields.links(document.path("cc")),
                Fields.links(document.path("audience")),
                links(document),
                Fields.flag(document, "sensitive"),
                Tags.hashtags(document).toList(),
                Tags.mentions(document),
                document);
    }

    private static Map<ObjectLink, URI> links(ObjectNode document) {
        var links = new EnumMap<ObjectLink, URI>(ObjectLink.class);
        for (var which : ObjectLink.values()) {
            link(document, which).ifPresent(target -> links.put(which, target));
        }
        return links;
    }

    private static Optional<URI> link(ObjectNode document, ObjectLink which) {
        return switch (which) {
            case IN_REPLY_TO -> Fields.link(document.path("inReplyTo"));
            case CONTEXT -> Fields.link(document.path("context"));
            case PAGE -> PageLinks.of(document);
            case REPLIES -> Fields.link(document.path("replies"));
            case PICTURE -> Pictures.largest(document.path("image")).or(() -> Pictures.largest(document.path("icon")));
        };
    }
}
