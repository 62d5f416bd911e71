// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.util.UUID;

import live.tributary.federation.vocab.Activity;
import live.tributary.federation.vocab.Flag;
import live.tributary.federation.vocab.Reference;
import live.tributary.federation.vocab.View;

/** What an activity is for this node, read from its words alone. */
sealed interface Matter {

    /** Somebody follows, likes, boosts or blocks something of ours. */
    record Tied(Tie tie, Said said) implements Matter {}

    /** Somebody does so no more. */
    record Untied(Tie tie, Said said) implements Matter {}

    /** Somebody takes something back, and does not say what it was. */
    record TakenBack(URI activity, Said said) implements Matter {}

    /** Somebody wrote something, or changed it. */
    record Written(Reference object, Said said) implements Matter {}

    /** Something is gone that may have been an answer. */
    record Deleted(URI object, Said said) implements Matter {}

    /** The actor is gone. */
    record ActorGone() implements Matter {}

    /** The actor says other things of itself than before. */
    record ActorChanged() implements Matter {}

    /** It is about nothing that the inbox keeps, and may be news to another part of the node. */
    record Told(Activity activity) implements Matter {}

    record Reported(Flag flag) implements Matter {}

    /** An instance says how many of its people watch. */
    record Watched(UUID video, View view) implements Matter {}

    /**
     * It is nothing to this node.
     *
     * @param because in words for the operator
     */
    record Nothing(String because) implements Matter {}
}
