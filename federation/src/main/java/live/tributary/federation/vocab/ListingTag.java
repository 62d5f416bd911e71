// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A word that a team is found by, in the one spelling that all directories compare: lower case, NFKC, without {@code #}, 2 to
 * 30 letters, digits and underscores, and not digits alone.
 */
public final class ListingTag {

    private static final Pattern FORM = Pattern.compile("(?=.*\\p{L})[\\p{L}\\p{M}\\p{N}_]+");
    private static final int SHORTEST = 2;
    private static final int LONGEST = 30;

    private ListingTag() {}

    /** Empty for what is no tag. */
    public static Optional<String> parse(String text) {
        // No spelling of a tag is as long as this, and NFKC makes eighteen letters of one.
        if (text.length() > 4 * LONGEST) {
            return Optional.empty();
        }
        var bare = text.strip().replaceFirst("^#", "");
        // Lower case may bring forth what NFKC would have composed.
        var lower = Normalizer.normalize(bare, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Optional.of(Normalizer.normalize(lower, Normalizer.Form.NFKC)).filter(ListingTag::fits);
    }

    private static boolean fits(String word) {
        var characters = word.codePointCount(0, word.length());
        return characters >= SHORTEST
                && characters <= LONGEST
                && FORM.matcher(word).matches();
    }
}
