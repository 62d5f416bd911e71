// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A word that a broadcast is found by, without {@code #}: 2 to 30 letters, digits and underscores, and not digits alone.
 * What Mastodon would not read as one hashtag is none.
 */
public record Tag(String value) {

    private static final Pattern FORM = Pattern.compile("(?=.*\\p{L})[\\p{L}\\p{M}\\p{N}_]+");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,]+");
    private static final int SHORTEST = 2;
    private static final int LONGEST = 30;

    public Tag {
        if (!fits(value)) {
            throw new IllegalArgumentException("not a tag: " + value);
        }
    }

    /** With or without {@code #}; empty for what is no tag. */
    public static Optional<Tag> parse(String text) {
        var word = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        var bare = word.startsWith("#") ? word.substring(1) : word;
        return fits(bare) ? Optional.of(new Tag(bare)) : Optional.empty();
    }

    /** As people type several, with spaces or commas between them; empty where one of them is no tag. */
    public static Optional<List<Tag>> parseAll(String text) {
        var words = BETWEEN.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
        var tags = words.stream().flatMap(word -> parse(word).stream()).toList();
        return tags.size() == words.size() ? Optional.of(tags) : Optional.empty();
    }

    private static boolean fits(String word) {
        var characters = word.codePointCount(0, word.length());
        return characters >= SHORTEST
                && characters <= LONGEST
                && FORM.matcher(word).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
