// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

/** What a stranger does (ActivityStreams 2.0, Vocabulary, 3). */
public sealed interface Activity
        permits Follow,
                Undo,
                Accept,
                Reject,
                Create,
                Update,
                Delete,
                Announce,
                Like,
                Dislike,
                View,
                Offer,
                Leave,
                Flag,
                Block,
                Move,
                Add,
                Remove,
                Invite,
                Join,
                Travel,
                Other {

    /** Who does it, and to whom. */
    Envelope envelope();
}
