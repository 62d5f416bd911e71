// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.text;

import java.util.Enumeration;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A language nobody speaks: the English sentences with accents, two fifths longer, written from right to left. The name
 * is the one {@link ResourceBundle} looks for.
 */
public final class messages_ar_XB extends ResourceBundle {

    private static final String PLAIN = "aeiouyAEIOUYnNcC";
    private static final String ACCENTED = "àéîöüÿÀÉÎÖÜŸñÑçÇ";

    private static final int LOWER_VOWELS = 5;
    private static final Pattern LETTER_OR_ARGUMENT = Pattern.compile("\\{[^}]*}|[" + PLAIN + "]");

    private final ResourceBundle english = ResourceBundle.getBundle("live.tributary.web.text.messages", Locale.ENGLISH);

    @Override
    protected Object handleGetObject(String key) {
        return stretch(english.getString(key));
    }

    @Override
    public Enumeration<String> getKeys() {
        return english.getKeys();
    }

    private static String stretch(String pattern) {
        // Arguments and plural branches are grammar, not words.
        if (pattern.contains("plural")) {
            return pattern;
        }
        return LETTER_OR_ARGUMENT.matcher(pattern).replaceAll(found -> accented(found.group()));
    }

    private static String accented(String found) {
        var index = PLAIN.indexOf(found);
        if (index < 0) {
            return Matcher.quoteReplacement(found);
        }
        var letter = ACCENTED.substring(index, index + 1);
        return index < LOWER_VOWELS ? letter + letter : letter;
    }
}
