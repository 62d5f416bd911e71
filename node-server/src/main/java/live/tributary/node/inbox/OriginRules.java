// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.util.Optional;

import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.http.Origins;
import live.tributary.federation.vocab.Accept;
import live.tributary.federation.vocab.Activity;
import live.tributary.federation.vocab.Add;
import live.tributary.federation.vocab.Announce;
import live.tributary.federation.vocab.Block;
import live.tributary.federation.vocab.Create;
import live.tributary.federation.vocab.Delete;
import live.tributary.federation.vocab.Dislike;
import live.tributary.federation.vocab.Envelope;
import live.tributary.federation.vocab.Flag;
import live.tributary.federation.vocab.Follow;
import live.tributary.federation.vocab.Invite;
import live.tributary.federation.vocab.Join;
import live.tributary.federation.vocab.Leave;
import live.tributary.federation.vocab.Like;
import live.tributary.federation.vocab.Move;
import live.tributary.federation.vocab.ObjectReader;
import live.tributary.federation.vocab.Offer;
import live.tributary.federation.vocab.Other;
import live.tributary.federation.vocab.Reference;
import live.tributary.federation.vocab.Reject;
import live.tributary.federation.vocab.Remove;
import live.tributary.federation.vocab.Travel;
import live.tributary.federation.vocab.Undo;
import live.tributary.federation.vocab.Update;
import live.tributary.federation.vocab.View;

/**
 * Who may say what (FEP-fe34): an actor speaks with ids of its own server, and makes, changes, deletes and takes back only what
 * is its own. The signature says that the actor speaks; this says whether it may.
 */
final class OriginRules {

    private final URI ourOrigin;

    /** @param ourOrigin of this node: nobody outside speaks for it */
    OriginRules(URI ourOrigin) {
        this.ourOrigin = ourOrigin;
    }

    /** What is wrong, in words; empty where all is right. */
    Optional<String> violation(Activity activity) {
        var envelope = activity.envelope();
        var actor = envelope.actor();
        if (Origins.same(actor, ourOrigin)) {
            return Optional.of("an actor of this node does not post to itself");
        }
        if (!Origins.same(envelope.id(), actor)) {
            return Optional.of("the id of the activity is not of its actor's server");
        }
        return switch (activity) {
            case Create(var _, var object) -> made(object, actor);
            case Update(var _, var object) -> made(object, actor);
            case Delete(var _, var object) -> foreign(object, actor);
            case Undo(var _, var object) -> done(object, envelope);
            // Whatever else is said is about something of others, or is not believed without looking.
            case Accept _, Add _, Announce _, Block _, Dislike _, Flag _, Follow _, Invite _ -> Optional.empty();
            case Join _, Leave _, Like _, Move _, Offer _, Other _, Reject _, Remove _, Travel _, View _ ->
                Optional.empty();
        };
    }

    /** Of what is only named, the document is fetched from where it is. */
    private static Optional<String> made(Reference object, URI actor) {
        var foreign = foreign(object, actor);
        if (foreign.isPresent() || !(object instanceof Reference.Embedded(var id, var document)) || id.equals(actor)) {
            return foreign;
        }
        return ObjectReader.read(document)
                .filter(read -> read.facts().attributedTo().stream()
                        .findFirst()
                        .filter(actor::equals)
                        .isEmpty())
                .map(_ -> "the object is not attributed to the actor");
    }

    private static Optional<String> done(Reference activity, Envelope undo) {
        return switch (activity) {
            case Reference.Link _ -> foreign(activity, undo.actor());
            case Reference.Embedded(var _, var document) ->
                foreign(activity, undo.actor()).or(() -> othersDeed(document, undo.actor()));
            // Without an address nothing tells its server: all the more it has to say that it was the same actor.
            case Reference.Anonymous(var document) ->
                othersDeed(document.deepCopy().put("id", undo.id().toString()), undo.actor());
        };
    }

    private static Optional<String> othersDeed(ObjectNode document, URI actor) {
        return Ties.actor(document).filter(actor::equals).isPresent()
                ? Optional.empty()
                : Optional.of("what is taken back is somebody else's");
    }

    private static Optional<String> foreign(Reference object, URI actor) {
        return object.id().filter(id -> !Origins.same(id, actor)).map(_ -> "the object is not of the actor's server");
    }
}
