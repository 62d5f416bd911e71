// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.blocks;

import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * Who is kept out of one ground, as it was at one moment; to look through many things at once.
 *
 * @param people addresses of accounts
 * @param servers names of servers, each for all below it, too
 */
public record Screen(Set<String> people, Set<String> servers) {

    /** Keeps nobody out. */
    public static final Screen NOBODY = new Screen(Set.of(), Set.of());

    public Screen {
        people = Set.copyOf(people);
        servers = Set.copyOf(servers);
    }

    static Screen of(List<Block> blocks) {
        var people = blocks.stream().map(Block::stranger).filter(Stranger.Somebody.class::isInstance);
        var servers = blocks.stream().map(Block::stranger).filter(Stranger.Server.class::isInstance);
        return new Screen(
                Set.copyOf(people.map(Stranger::text).toList()),
                Set.copyOf(servers.map(Stranger::text).toList()));
    }

    /** Whether nothing of theirs is shown. */
    public boolean hides(URI somebody) {
        return people.contains(somebody.toString())
                || Names.of(somebody).stream().anyMatch(servers::contains);
    }
}
