// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.Locale;
import java.util.Set;

import live.tributary.node.gate.Visitor;
import live.tributary.node.instance.Node;
import live.tributary.web.asset.Brand;
import live.tributary.web.page.Frame;

/** What surrounds every page. Asks the database nothing, so that a page can be framed when that is away. */
final class Frames {

    private final Node node;
    private final Set<Frame.Part> parts;

    /** @param parts which further pages the node has */
    Frames(Node node, Set<Frame.Part> parts) {
        this.node = node;
        this.parts = Set.copyOf(parts);
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
                parts,
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
