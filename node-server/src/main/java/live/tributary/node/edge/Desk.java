// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Visitor;
import live.tributary.node.kernel.Actor;
import live.tributary.node.removals.Removals;
import live.tributary.web.page.Frame;

/** What all pages of a directory's owner need. They need no seat in a team: a node may be nothing but a directory. */
final class Desk {

    static final String ROOT = DirectoryPages.ROOT + "/desk";

    private final Removals removals;
    private final Frames frames;

    Desk(Removals removals, Frames frames) {
        this.removals = removals;
        this.frames = frames;
    }

    /** The owner of the node. Strangers are sent to the log-in, everybody else is turned away. */
    static Actor owner(Visitor visitor) {
        return switch (visitor.who()) {
            case Visitor.Who.Member(var account) when account.nodeOwner() -> visitor.actor();
            case Visitor.Who.Member _ ->
                throw Problem.of(Problem.Kind.FORBIDDEN).because("not the owner of the node");
            case Visitor.Who.Stranger() -> throw Problem.of(Problem.Kind.NOT_SIGNED_IN);
        };
    }

    Frame frame(Visitor visitor, String path) {
        return frames.of(visitor, path);
    }

    /** How many wait for an answer. */
    int appeals(Actor owner) {
        return removals.appeals(owner);
    }
}
