// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.util.Optional;

import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.vocab.Accept;
import live.tributary.federation.vocab.Activity;
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
import live.tributary.federation.vocab.Reject;
import live.tributary.federation.vocab.Remove;
import live.tributary.federation.vocab.Travel;
import live.tributary.federation.vocab.Undo;
import live.tributary.federation.vocab.Update;
import live.tributary.federation.vocab.View;

/** Reads ties in activities, also in those that an Undo holds. */
final class Ties {

    private Ties() {}

    /** The tie that an activity makes; empty where it makes none. */
    static Optional<Tie> of(Activity activity) {
        return switch (activity) {
            case Follow(var _, var object) -> Optional.of(tie(TieKind.FOLLOW, activity, object));
            case Like(var _, var object) -> Optional.of(tie(TieKind.LIKE, activity, object));
            case Block(var _, var object) -> Optional.of(tie(TieKind.BLOCK, activity, object));
            case Announce(var _, var object) -> object.id().map(id -> tie(TieKind.BOOST, activity, id));
            case Accept _, Add _, Create _, Delete _, Dislike _, Flag _, Invite _, Join _ -> Optional.empty();
            case Leave _, Move _, Offer _, Other _, Reject _, Remove _, Travel _, Undo _, Update _, View _ ->
                Optional.empty();
        };
    }

    /** The tie that was made by what an Undo holds. */
    static Optional<Tie> of(ObjectNode undone) {
        return activity(undone).flatMap(Ties::of);
    }

    /** Who did what an Undo holds. */
    static Optional<URI> actor(ObjectNode undone) {
        return activity(undone).map(activity -> activity.envelope().actor());
    }

    private static Tie tie(TieKind kind, Activity activity, URI object) {
        var envelope = activity.envelope();
        return new Tie(kind, envelope.actor(), envelope.id(), object);
    }

    private static Optional<Activity> activity(ObjectNode document) {
        return ActivityReader.read(document) instanceof ActivityReading.Understood(var activity)
                ? Optional.of(activity)
                : Optional.empty();
    }
}
