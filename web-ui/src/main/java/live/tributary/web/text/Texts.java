// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.text;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.SortedMap;
import java.util.TreeMap;

import com.ibm.icu.text.MessageFormat;

/**
 * The words of one language, with plurals and named arguments (ICU message format). A key that is missing is a mistake
 * of ours and throws. Any thread.
 */
public final class Texts {

    private final Locale locale;
    private final ResourceBundle bundle;

    private Texts(Locale locale, ResourceBundle bundle) {
        this.locale = locale;
        this.bundle = bundle;
    }

    /** The words of this language, or English where there are none. */
    public static Texts of(Locale locale) {
        // Without a fallback the language of the machine would win over English.
        var noFallback = Control.getNoFallbackControl(Control.FORMAT_DEFAULT);
        return new Texts(locale, ResourceBundle.getBundle("live.tributary.web.text.messages", locale, noFallback));
    }

    /** A sentence with its arguments by name. */
    public String format(String key, Map<String, Object> arguments) {
        // MessageFormat is not safe for threads, so each sentence gets its own.
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /** The sentences of one island, by their key without the prefix; the browser fills in the arguments. */
    public SortedMap<String, String> island(String name) {
        var prefix = "island." + name + ".";
        var sentences = new TreeMap<String, String>();
        for (var key : bundle.keySet()) {
            if (key.startsWith(prefix)) {
                sentences.put(key.substring(prefix.length()), bundle.getString(key));
            }
        }
        return sentences;
    }
}
