// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.text;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import com.ibm.icu.text.MessageFormat;

/**
 * The words of one language, with plurals and named arguments (ICU message format). A key that is missing is a mistake
 * of ours and throws. Any thread.
 */
public final class Texts {

    private final Locale locale;
    private final ResourceBundle bundle;

    /** To read a sentence's pattern takes ten times as long as to fill it in. */
    private final Map<String, MessageFormat> sentences = new ConcurrentHashMap<>();

    /** By their names. */
    private final Map<String, SortedMap<String, String>> islands = new ConcurrentHashMap<>();

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
        var sentence = sentences.computeIfAbsent(key, this::parse);
        // It is not safe for threads.
        synchronized (sentence) {
            return sentence.format(arguments);
        }
    }

    private MessageFormat parse(String key) {
        return new MessageFormat(bundle.getString(key), locale);
    }

    /** The sentences of one island, by their key without the prefix; the browser fills in the arguments. */
    public SortedMap<String, String> island(String name) {
        return islands.computeIfAbsent(name, this::collect);
    }

    private SortedMap<String, String> collect(String name) {
        var prefix = "island." + name + ".";
        var said = new TreeMap<String, String>();
        for (var key : bundle.keySet()) {
            if (key.startsWith(prefix)) {
                said.put(key.substring(prefix.length()), bundle.getString(key));
            }
        }
        return Collections.unmodifiableSortedMap(said);
    }
}
