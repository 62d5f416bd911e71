// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.Locale;

import live.tributary.node.gate.Visitor;
import live.tributary.node.instance.Node;
import live.tributary.web.asset.Brand;
import live.tributary.web.page.Frame;

/** What surrounds every page. Asks the database nothing, so that a page can be framed when that is away. */
final class Frames {

    private final Node node;
    private final boolean federated;
    private final boolean following;

    /**
     * @param federated whether the node speaks with other servers
     * @param following whether people here follow others
     */
    Frames(Node node, boolean federated, boolean following) {
        this.node = node;
        this.federated = federated;
        this.following = following;
    }

    /** A page that belongs to no team. */
    Frame of(Visitor visitor, String path) {
        return of(visitor, path, Brand.ofNode());
    }

    /** A page in the colours of a team. */
    Frame of(Visitor visitor, String path, Brand brand) {
        return new Frame(
                Locale.ENGLISH,
                node.link(path),
                node.name().value(),
                brand,
                who(visitor),
                federated,
                following,
                visitor.csrf().text());
    }

    private static live.tributary.web.page.Visitor who(Visitor visitor) {
        return switch (visitor.who()) {
            case Visitor.Who.Stranger() -> new live.tributary.web.page.Visitor.Guest(visitor.overheard());
            case Visitor.Who.Member(var account) ->
                new live.tributary.web.page.Visitor.SignedIn(
                        Badges.of(account), account.nodeOwner(), visitor.overheard());
        };
    }
}
