// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;

import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.http.Origins;
import live.tributary.federation.vocab.Accept;
import live.tributary.federation.vocab.ActivityReader;
import live.tributary.federation.vocab.ActivityReading;
import live.tributary.federation.vocab.Add;
import live.tributary.federation.vocab.Announce;
import live.tributary.federation.vocab.Block;
import live.tributary.federation.vocab.Create;
import live.tributary.federation.vocab.Delete;
import live.tributary.federation.vocab.Dislike;
import live.tributary.federation.vocab.Flag;
import live.tributary.federation.vocab.Follow;
import live.tributary.federation.vocab.Invite;
import live.tributary.federation.vocab.Join;
import live.tributary.federation.vocab.Leave;
import live.tributary.federation.vocab.Like;
import live.tributary.federation.vocab.Move;
import live.tributary.federation.vocab.Offer;
import live.tributary.federation.vocab.Other;
import live.tributary.federation.vocab.Reference;
import live.tributary.federation.vocab.Reject;
import live.tributary.federation.vocab.Remove;
import live.tributary.federation.vocab.Travel;
import live.tributary.federation.vocab.Undo;
import live.tributary.federation.vocab.Update;
import live.tributary.federation.vocab.View;
import live.tributary.node.fediverse.Addresses;

/** Says what an activity is for this node. Asks nobody: what is not for us costs nothing. */
final class Sorter {

    private final Addresses ours;

    Sorter(Addresses ours) {
        this.ours = ours;
    }

    Matter sort(Legibility.Legible text) {
        return switch (text.activity()) {
            case Follow _, Like _, Block _ -> tied(text);
            case Announce _ -> announced(text);
            case Undo(var _, var object) -> undone(text, object);
            case Create(var _, var object) -> new Matter.Written(object, Said.of(text));
            case Update(var _, var object) -> updated(text, object);
            case Delete(var _, var object) -> deleted(text, object);
            case Move _ -> new Matter.ActorChanged();
            case Flag flag -> reported(flag);
            case View view -> watched(view);
            case Other(var _, var type) -> new Matter.Nothing("this node does not know " + type);
            case Accept _, Add _, Invite _, Join _, Leave _, Offer _, Reject _, Remove _, Travel _ ->
                new Matter.Told(text.activity());
            case Dislike _ -> new Matter.Nothing("this node does nothing about it");
        };
    }

    private Matter tied(Legibility.Legible text) {
        return Ties.of(text.activity())
                .filter(this::isOurs)
                .<Matter>map(tie -> new Matter.Tied(tie, Said.of(text)))
                .orElseGet(() -> new Matter.Nothing("it is about nothing of this node"));
    }

    /** A boost of something of ours, or a hint at something elsewhere. */
    private Matter announced(Legibility.Legible text) {
        return tied(text) instanceof Matter.Tied tied ? tied : new Matter.Told(text.activity());
    }

    private boolean isOurs(Tie tie) {
        return switch (tie.kind()) {
            case FOLLOW, BLOCK -> ours.actor(tie.object()).isPresent();
            case LIKE, BOOST -> ours.video(tie.object()).isPresent();
        };
    }

    private Matter undone(Legibility.Legible text, Reference object) {
        var undo = text.activity().envelope().id();
        return switch (object) {
            case Reference.Link(var activity) -> new Matter.TakenBack(activity, Said.of(text));
            case Reference.Embedded(var _, var document)
            when ActivityReader.read(document) instanceof ActivityReading.Understood(Offer _) ->
                new Matter.Told(text.activity());
            case Reference.Embedded(var _, var document) -> untied(text, document);
            // It has no address of its own: that of the Undo stands for it, and it undoes all that came before.
            case Reference.Anonymous(var document) ->
                untied(text, document.deepCopy().put("id", undo.toString()));
        };
    }

    private Matter untied(Legibility.Legible text, ObjectNode document) {
        return Ties.of(document)
                .filter(this::isOurs)
                .<Matter>map(tie -> new Matter.Untied(tie, Said.of(text)))
                .orElseGet(() -> new Matter.Nothing("it takes back what was about nothing of this node"));
    }

    private static Matter updated(Legibility.Legible text, Reference object) {
        return isAbout(object, text.activity().envelope().actor())
                ? new Matter.ActorChanged()
                : new Matter.Written(object, Said.of(text));
    }

    private static Matter deleted(Legibility.Legible text, Reference object) {
        if (isAbout(object, text.activity().envelope().actor())) {
            return new Matter.ActorGone();
        }
        return object.id()
                .<Matter>map(id -> new Matter.Deleted(id, Said.of(text)))
                .orElseGet(() -> new Matter.Nothing("it does not say what is deleted"));
    }

    private static boolean isAbout(Reference object, URI actor) {
        return object.id().filter(actor::equals).isPresent();
    }

    private Matter reported(Flag flag) {
        return flag.objects().stream().anyMatch(object -> Origins.same(object, URI.create(ours.origin())))
                ? new Matter.Reported(flag)
                : new Matter.Nothing("it is a report about nothing of this node");
    }

    private Matter watched(View view) {
        return ours.video(view.object())
                .<Matter>map(video -> new Matter.Watched(video, view))
                .orElseGet(() -> new Matter.Nothing("it is about nothing of this node"));
    }
}
