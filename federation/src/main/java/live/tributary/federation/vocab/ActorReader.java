// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.node.ObjectNode;

/** A tolerant reader of actors. */
public final class ActorReader {

    private static final Map<String, ActorType> TYPES = Map.of(
            "Person", ActorType.PERSON,
            "Group", ActorType.GROUP,
            "Application", ActorType.APPLICATION,
            "Service", ActorType.SERVICE,
            "Organization", ActorType.ORGANIZATION);

    private ActorReader() {}

    /** Whether {@code document} calls itself an actor. */
    public static boolean isActor(ObjectNode document) {
        return TYPES.containsKey(Fields.type(document, TYPES.keySet()));
    }

    /** The actor, if it has an address, a known type and an inbox. */
    public static Optional<RemoteActor> read(ObjectNode document) {
        var type = Optional.ofNullable(TYPES.get(Fields.type(document, TYPES.keySet())));
        return type.flatMap(kind -> Fields.id(document)
                .flatMap(id -> Fields.link(document.path("inbox")).map(inbox -> actor(document, id, kind, inbox))));
    }

    private static RemoteActor actor(ObjectNode document, URI id, ActorType type, URI inbox) {
        return new RemoteActor(
                id,
                type,
                Fields.text(document, "preferredUsername"),
                Fields.text(document, "name"),
                Fields.text(document, "summary"),
                inbox,
                links(document),
                Fields.links(document.path("attributedTo")),
                Fields.links(document.path("alsoKnownAs")),
                Fields.flag(document, "discoverable"),
                Fields.flag(document, "indexable"),
                ListingReader.read(document),
                document);
    }

    private static Map<ActorLink, URI> links(ObjectNode document) {
        var links = new EnumMap<ActorLink, URI>(ActorLink.class);
        for (var which : ActorLink.values()) {
            link(document, which).ifPresent(target -> links.put(which, target));
        }
        return links;
    }

    private static Optional<URI> link(ObjectNode document, ActorLink which) {
        return switch (which) {
            case SHARED_INBOX -> Fields.link(document.path("endpoints").path("sharedInbox"));
            case OUTBOX -> Fields.link(document.path("outbox"));
            case FOLLOWERS -> Fields.link(document.path("followers"));
            case FOLLOWING -> Fields.link(document.path("following"));
            case FEATURED -> Fields.link(document.path("featured"));
            case MODERATORS -> Fields.link(document.path("moderators"));
            case LIVE_NOW -> Fields.link(Fields.term(document, "liveNow"));
            case EVENTS -> Fields.link(Fields.term(document, "events"));
            case VOUCHES -> Fields.link(Fields.term(document, "vouches"));
            case RANKING_POLICY -> Fields.link(Fields.term(document, "rankingPolicy"));
            case MEMBERS -> Fields.link(Fields.term(document, "members"));
            case RINGS -> Fields.link(Fields.term(document, "rings"));
            case PAGE -> PageLinks.of(document);
            case ICON -> Pictures.largest(document.path("icon"));
            case MOVED_TO -> Fields.link(document.path("movedTo"));
        };
    }
}
