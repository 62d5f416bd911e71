// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import live.tributary.node.broadcast.Language;

/** Lists as the tables keep them: words with a space between them. */
final class Listed {

    private static final Pattern SPACE = Pattern.compile(" ");

    private Listed() {}

    static List<String> words(String text) {
        return SPACE.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
    }

    static List<Language> languages(String text) {
        return words(text).stream().map(Language::new).toList();
    }

    static String languages(List<Language> languages) {
        return languages.stream().map(Language::tag).collect(Collectors.joining(" "));
    }
}
