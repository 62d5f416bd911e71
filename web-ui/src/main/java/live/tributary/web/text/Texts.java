// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.text;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

import com.ibm.icu.text.MessageFormat;

/**
 * The words of one language, with plurals and named arguments (ICU message format). A key that is missing is a mistake
 * of ours and throws. Any thread.
 */
public final class Texts {

    private final Locale locale;
    private final ResourceBundle bundle;
    private final Map<String, String> patterns = new ConcurrentHashMap<>();

    private Texts(Locale locale, ResourceBundle bundle) {
        this.locale = locale;
        this.bundle = bundle;
    }

    /** The words of this language, or English where there are none. */
    public static Texts of(Locale locale) {
        return new Texts(locale, ResourceBundle.getBundle("live.tributary.web.text.messages", locale));
    }

    /** A sentence without arguments. */
    public String get(String key) {
        return format(key, Map.of());
    }

    /** A sentence with one argument. */
    public String get(String key, String name, Object value) {
        return format(key, Map.of(name, value));
    }

    /** A sentence with two arguments. */
    public String get(String key, String name, Object value, String otherName, Object otherValue) {
        return format(key, Map.of(name, value, otherName, otherValue));
    }

    /** The pattern itself, for islands that fill it in the browser. */
    public String pattern(String key) {
        return patterns.computeIfAbsent(key, bundle::getString);
    }

    private String format(String key, Map<String, Object> arguments) {
        // MessageFormat is not safe for threads, so each sentence gets its own.
        return new MessageFormat(pattern(key), locale).format(arguments);
    }
}
