// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;

import live.tributary.node.fediverse.Addresses;

/**
 * Who elsewhere follows, likes, boosts or blocks what of ours. What holds is told from all that ever came of it, so that it
 * does not matter in which order. Takes part in the caller's transaction, which has locked the actor.
 */
final class Bonds {

    private final TieStore ties;
    private final Follows follows;
    private final ShownVideos videos;
    private final Addresses addresses;

    Bonds(TieStore ties, Follows follows, ShownVideos videos, Addresses addresses) {
        this.ties = ties;
        this.follows = follows;
        this.videos = videos;
        this.addresses = addresses;
    }

    String tie(Received received, Matter.Tied tied, KnownActor actor) {
        var tie = tied.tie();
        return switch (tie.kind()) {
            case FOLLOW -> {
                ties.make(tie, received.arrival());
                yield follows.ask(tie, tied.activity(), actor);
            }
            case BLOCK -> {
                ties.make(tie, received.arrival());
                yield follows.settle(tie.actor(), tie.object());
            }
            case LIKE, BOOST -> ofVideo(received, tie);
        };
    }

    private String ofVideo(Received received, Tie tie) {
        if (addresses.video(tie.object()).filter(videos::isShown).isEmpty()) {
            return "there is no such broadcast";
        }
        ties.make(tie, received.arrival());
        return "counted";
    }

    /** What is taken back may say of itself that it is anybody's. */
    String untie(Received received, Tie tie) {
        if (!tie.actor().equals(received.actor())) {
            return "what is taken back is somebody else's";
        }
        ties.undo(tie, received.arrival());
        return settle(tie);
    }

    /** What is taken back may come later: then the note waits for it. */
    String takeBack(Received received, URI activity) {
        ties.undo(received.actor(), activity, received.arrival());
        return ties.find(received.actor(), activity).map(this::settle).orElse("noted, for when it comes");
    }

    private String settle(Tie tie) {
        return switch (tie.kind()) {
            case FOLLOW, BLOCK -> follows.settle(tie.actor(), tie.object());
            case LIKE, BOOST -> "taken back";
        };
    }

    /** They have other inboxes, perhaps. */
    String move(KnownActor actor) {
        follows.move(actor);
        return "the actor is known as they are now";
    }
}
