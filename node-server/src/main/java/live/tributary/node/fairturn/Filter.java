// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a visitor wants to see: it comes before the lottery and changes nobody's weight, but for the interest.
 *  @param languages BCP-47 tags, the dearest first; none means all. Groups that list none of them are left out
 *  @param interest chosen tags: groups that share one come first (tier 1); at most 5, sorted
 *  @param hidden content labels that the visitor does not want to see, sorted
 *  @param search whom a search found, or everybody */
public record Filter(List<String> languages, List<String> interest, List<String> hidden, Search search) {

    public static final int MOST_LANGUAGES = 10;

    /** Everybody, in no order but the lot's. */
    public static final Filter NONE = new Filter(List.of(), List.of(), List.of(), new Search.Everybody());

    public Filter {
        languages = languages.stream().distinct().toList();
        interest = List.copyOf(new TreeSet<>(interest));
        hidden = List.copyOf(new TreeSet<>(hidden));
        if (languages.size() > MOST_LANGUAGES) {
            throw new IllegalArgumentException("%d languages".formatted(languages.size()));
        }
        if (interest.size() > GroupLine.MOST_TAGS) {
            throw new IllegalArgumentException("%d tags of interest".formatted(interest.size()));
        }
    }

    /** Whether a group may be on the page. */
    public boolean lets(GroupLine line) {
        return (languages.isEmpty() || line.listsAny(languages)) && !line.hasAny(hidden) && search.finds(line.gid());
    }

    /** Whether everybody may be. */
    public boolean isOpen() {
        return languages.isEmpty() && hidden.isEmpty() && search instanceof Search.Everybody;
    }

    /** Names and titles are not in a snapshot, so a search says whom it found. Whom a visitor has blocked is left out of it
     *  in the same way. */
    public sealed interface Search {

        boolean finds(Gid gid);

        /** No search. */
        record Everybody() implements Search {
            @Override
            public boolean finds(Gid gid) {
                return true;
            }
        }

        /** These and no others. */
        record Only(Set<Gid> gids) implements Search {

            public Only {
                gids = Set.copyOf(gids);
            }

            @Override
            public boolean finds(Gid gid) {
                return gids.contains(gid);
            }
        }
    }
}
