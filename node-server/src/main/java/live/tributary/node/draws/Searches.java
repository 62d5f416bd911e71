// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.draws;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import live.tributary.node.directory.Directory;
import live.tributary.node.directory.ListedGroup;
import live.tributary.node.directory.LiveBoard;
import live.tributary.node.fairturn.Filter.Search;
import live.tributary.node.fairturn.Gid;

/** Finds teams by words, among those who let themselves be found so. A search is a filter like any other: no word weighs more. */
public final class Searches {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int MOST_WORDS = 8;

    private final Directory directory;
    private final LiveBoard board;

    Searches(Directory directory, LiveBoard board) {
        this.directory = directory;
        this.board = board;
    }

    /** Whoever is live and has all of the words in their name, promise, tags or title; everybody where there are none. */
    public Search live(String typed) {
        var words = words(typed);
        return words.isEmpty()
                ? new Search.Everybody()
                : new Search.Only(board.live().stream()
                        .filter(live -> live.group().searchable())
                        .filter(live -> hasAll(words, text(live.group()) + " " + live.title()))
                        .map(live -> Gid.of(live.group().id()))
                        .collect(Collectors.toSet()));
    }

    /** The same of all who are listed, live or not, in the order of their names. */
    public List<ListedGroup> listed(String typed) {
        var words = words(typed);
        Predicate<ListedGroup> found = group -> group.searchable() && hasAll(words, text(group));
        return directory.listed().values().stream()
                .filter(group -> words.isEmpty() || found.test(group))
                .toList();
    }

    private static List<String> words(String typed) {
        var text = typed.strip().toLowerCase(Locale.ROOT);
        var cut = text.substring(0, Math.min(text.length(), PageRequest.LONGEST_SEARCH));
        return Stream.of(SPACES.split(cut))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
    }

    private static String text(ListedGroup group) {
        return String.join(" ", group.name(), group.host(), group.promise(), String.join(" ", group.tags()));
    }

    private static boolean hasAll(List<String> words, String text) {
        var where = text.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(where::contains);
    }
}
