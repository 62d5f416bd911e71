// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Letters that stand for a face: of the first and the last word, or the first two of a single word. */
final class Initials {

    private Initials() {}

    static String of(String name) {
        var words = Arrays.stream(name.strip().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return "?";
        }
        var letters =
                words.size() == 1 ? first(words.getFirst(), 2) : first(words.getFirst(), 1) + first(words.getLast(), 1);
        return letters.toUpperCase(Locale.ROOT);
    }

    private static String first(String word, int count) {
        return word.codePoints().limit(count).mapToObj(Character::toString).collect(Collectors.joining());
    }
}
