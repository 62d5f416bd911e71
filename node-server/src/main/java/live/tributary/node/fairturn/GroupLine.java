// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/** A live group in a snapshot (section 2): all that a draw may know of it, and nothing that says how many people watch.
 *  @param hands a number, drawn anew each day, that all groups share which the same people seem to run
 *  @param vouched whether the newcomer cap leaves it alone
 *  @param pools one for each of its languages, the group's first language first; a language that stood here twice would earn twice
 *  @param tags at most 5, sorted
 *  @param labels content labels, sorted */
public record GroupLine(
        Gid gid, int hands, boolean vouched, List<PoolLine> pools, List<String> tags, List<String> labels) {

    /** BCP-47 tags that one group may list. */
    public static final int MOST_LANGUAGES = 3;

    public static final int MOST_TAGS = 5;

    public GroupLine {
        pools = List.copyOf(pools);
        tags = List.copyOf(new TreeSet<>(tags));
        labels = List.copyOf(new TreeSet<>(labels));
        if (pools.isEmpty() || pools.size() > MOST_LANGUAGES) {
            throw new IllegalArgumentException("group %s lists %d languages".formatted(gid, pools.size()));
        }
        if (pools.stream().map(PoolLine::language).distinct().count() < pools.size()) {
            throw new IllegalArgumentException("group %s lists a language twice".formatted(gid));
        }
        if (tags.size() > MOST_TAGS) {
            throw new IllegalArgumentException("group %s has %d tags".formatted(gid, tags.size()));
        }
    }

    /** The pool in which a card of this group is drawn and counted: that of the first of the visitor's languages which the
     *  group lists, else its own first. */
    public PoolLine poolFor(List<String> languages) {
        for (String language : languages) {
            for (PoolLine pool : pools) {
                if (pool.language().equals(language)) {
                    return pool;
                }
            }
        }
        return pools.getFirst();
    }

    boolean listsAny(Collection<String> languages) {
        for (PoolLine pool : pools) {
            if (languages.contains(pool.language())) {
                return true;
            }
        }
        return false;
    }

    boolean hasAny(Collection<String> hidden) {
        return !Collections.disjoint(labels, hidden);
    }
}
