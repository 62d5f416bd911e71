// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

import tools.jackson.databind.node.ObjectNode;

/** A tolerant reader of activities. Trusts nothing and looks nothing up: whether to believe it is for others to say. */
public final class ActivityReader {

    private static final Set<String> KNOWN = Set.of(
            "Follow",
            "Undo",
            "Accept",
            "Reject",
            "Create",
            "Update",
            "Delete",
            "Announce",
            "Like",
            "Dislike",
            "View",
            "Offer",
            "Leave",
            "Flag",
            "Block",
            "Move",
            "Add",
            "Remove",
            "Invite",
            "Join",
            "Travel");

    private ActivityReader() {}

    /** Reads the plain JSON of a document whose context redefines nothing that we read. */
    public static ActivityReading read(ObjectNode document) {
        var type = Fields.type(document, KNOWN);
        var envelope = Envelope.read(document);
        if (envelope.isEmpty()) {
            return new ActivityReading.NotUnderstood("an activity without an id or an actor");
        }
        return activity(type, envelope.get())
                .<ActivityReading>map(ActivityReading.Understood::new)
                .orElseGet(() -> new ActivityReading.NotUnderstood(type + " without what it is about"));
    }

    private static Optional<? extends Activity> activity(String type, Envelope envelope) {
        return switch (type) {
            case "Follow" -> link(envelope, Follow::new);
            case "Undo" -> thing(envelope, Undo::new);
            case "Accept" -> thing(envelope, Accept::new);
            case "Reject" -> thing(envelope, Reject::new);
            case "Create" -> thing(envelope, Create::new);
            case "Update" -> thing(envelope, Update::new);
            case "Delete" -> thing(envelope, Delete::new);
            case "Announce" -> thing(envelope, Announce::new);
            case "Like" -> link(envelope, Like::new);
            case "Dislike" -> link(envelope, Dislike::new);
            case "View" -> view(envelope);
            case "Offer" -> thing(envelope, Offer::new);
            case "Leave" -> thing(envelope, Leave::new);
            case "Flag" -> flag(envelope);
            case "Block" -> link(envelope, Block::new);
            case "Move" -> target(envelope).flatMap(to -> link(envelope, (_, from) -> new Move(envelope, from, to)));
            case "Add" -> target(envelope).flatMap(to -> thing(envelope, (_, what) -> new Add(envelope, what, to)));
            case "Remove" ->
                target(envelope).flatMap(to -> thing(envelope, (_, what) -> new Remove(envelope, what, to)));
            case "Invite" -> thing(envelope, Invite::new);
            case "Join" -> link(envelope, Join::new);
            case "Travel" -> travel(envelope);
            default -> Optional.of(new Other(envelope, type));
        };
    }

    private static Optional<Travel> travel(Envelope envelope) {
        return Fields.link(envelope.document().path("origin"))
                .flatMap(origin -> target(envelope).map(target -> new Travel(envelope, origin, target)));
    }

    private static <A extends Activity> Optional<A> link(Envelope envelope, BiFunction<Envelope, URI, A> make) {
        return Fields.link(envelope.document().path("object")).map(object -> make.apply(envelope, object));
    }

    private static <A extends Activity> Optional<A> thing(Envelope envelope, BiFunction<Envelope, Reference, A> make) {
        return Reference.read(envelope.document().path("object")).map(object -> make.apply(envelope, object));
    }

    private static Optional<URI> target(Envelope envelope) {
        return Fields.link(envelope.document().path("target"));
    }

    /** PeerTube counts viewers so only since version 6; before, a View is one look, which we do not count. */
    private static Optional<? extends Activity> view(Envelope envelope) {
        var document = envelope.document();
        var viewers = Fields.number(document.path("result").path("userInteractionCount"));
        var expires = Fields.time(document, "expires");
        if (viewers.isEmpty() || viewers.getAsLong() < 0 || expires.isEmpty()) {
            return Optional.of(new Other(envelope, "View"));
        }
        return link(envelope, (_, object) -> new View(envelope, object, viewers.getAsLong(), expires.get()));
    }

    private static Optional<? extends Activity> flag(Envelope envelope) {
        var document = envelope.document();
        var text = Fields.text(document, "content");
        // Lemmy puts the text there.
        var said = text.isEmpty() ? Fields.text(document, "summary") : text;
        return Optional.of(Fields.links(document.path("object")))
                .filter(objects -> !objects.isEmpty())
                .map(objects -> new Flag(envelope, objects, said));
    }
}
