// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

/**
 * Who elsewhere follows, likes, boosts or blocks what of ours. What holds is told from all that ever came of it, so that it
 * does not matter in which order. Takes part in the caller's transaction, which has locked the actor.
 */
final class Bonds {

    private final TieStore ties;
    private final Follows follows;
    private final Applause applause;

    Bonds(TieStore ties, Follows follows, Applause applause) {
        this.ties = ties;
        this.follows = follows;
        this.applause = applause;
    }

    String tie(Received received, Matter.Tied tied, KnownActor actor) {
        var tie = tied.tie();
        return switch (tie.kind()) {
            case FOLLOW -> {
                ties.make(tie, received.arrival());
                yield follows.ask(tie, tied.said().activity(), actor);
            }
            case BLOCK -> {
                ties.make(tie, received.arrival());
                yield follows.settle(tie.actor(), tie.object());
            }
            case LIKE, BOOST -> applause.take(received, tied);
        };
    }

    /** What is taken back may say of itself that it is anybody's. */
    String untie(Received received, Matter.Untied untied) {
        var tie = untied.tie();
        if (!tie.actor().equals(received.actor())) {
            return "what is taken back is somebody else's";
        }
        ties.undo(tie, received.arrival());
        return settle(received, tie, untied.said());
    }

    /** What is taken back may come later: then the note waits for it. */
    String takeBack(Received received, Matter.TakenBack taken) {
        ties.undo(received.actor(), taken.activity(), received.arrival());
        return ties.find(received.actor(), taken.activity())
                .map(tie -> settle(received, tie, taken.said()))
                .orElse("noted, for when it comes");
    }

    private String settle(Received received, Tie tie, Said undo) {
        return switch (tie.kind()) {
            case FOLLOW, BLOCK -> follows.settle(tie.actor(), tie.object());
            case LIKE, BOOST -> applause.takeBack(received, tie, undo);
        };
    }

    /** They have other inboxes, perhaps. */
    String move(KnownActor actor) {
        follows.move(actor);
        return "the actor is known as they are now";
    }
}
