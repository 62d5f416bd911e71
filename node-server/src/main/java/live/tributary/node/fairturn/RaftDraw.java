// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The lottery among the few to whom a raft of viewers may go (section 5): without pages, filters and tiers. The same
 *  entrants and seed give the same order on every machine. */
public final class RaftDraw {

    private RaftDraw() {}

    /** Who may be drawn.
     *  @param allowance A, in units of 2^-20
     *  @param correction F, the fair-turn correction, in units of 2^-20
     *  @param shared how many of the source's tags it has
     *  @param chosen how many tags the source has, at most five
     *  @param tags how many it has itself, at most five */
    public record Entrant(Gid gid, int allowance, int correction, int shared, int chosen, int tags) {}

    /** Whoever is drawn first comes first. */
    public static List<Gid> order(Seed seed, Collection<Entrant> entrants) {
        return entrants.stream()
                .sorted(Comparator.comparingLong((Entrant entrant) -> key(seed, entrant))
                        .thenComparing(Entrant::gid))
                .map(Entrant::gid)
                .toList();
    }

    private static long key(Seed seed, Entrant entrant) {
        long relevance = Relevance.of(entrant.shared(), entrant.chosen(), entrant.tags());
        long weight = Draw.weight(entrant.allowance(), entrant.correction(), relevance);
        return Draw.key(Lots.lot(Lots.ticket(seed, entrant.gid())), weight);
    }
}
