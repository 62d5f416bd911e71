// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.recount;

import java.util.Collection;
import java.util.stream.Collectors;

/** Text of strangers in a sentence that goes to a terminal: there it could move the cursor, write over what stands above, or
 *  be a page long. */
final class Foreign {

    /** Longer than any language, tag or label that there is. */
    private static final int MOST_CHARACTERS = 40;

    private static final int MOST_OF_A_LIST = 10;

    private Foreign() {}

    /** The beginning of it, whatever it holds. */
    static String text(String text) {
        return text.length() <= MOST_CHARACTERS ? line(text) : line(text.substring(0, MOST_CHARACTERS)) + "…";
    }

    /** All of it. */
    static String line(String text) {
        return text.chars()
                .mapToObj(unit -> isPlain(unit) ? Character.toString(unit) : "\\u%04x".formatted(unit))
                .collect(Collectors.joining());
    }

    /** The first of them. */
    static String list(Collection<String> texts) {
        var list = texts.stream().limit(MOST_OF_A_LIST).map(Foreign::text).collect(Collectors.joining(", "));
        int more = texts.size() - MOST_OF_A_LIST;
        return more > 0 ? "%s and %d more".formatted(list, more) : list;
    }

    /** Letters of other scripts are left alone; what is no letter could be a sign to the terminal. */
    private static boolean isPlain(int unit) {
        return (unit >= ' ' && unit <= '~') || Character.isLetterOrDigit(unit);
    }
}
