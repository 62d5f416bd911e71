// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whose a host probably is: the last two labels of its name, three below the likes of co.uk. Whoever owns a name owns any number
 * of names below it, so what is shared out is shared out by this. It may put strangers together where many have their names of
 * one provider; nothing but their share depends on it.
 */
public final class Domains {

    private static final Pattern PORT = Pattern.compile(":\\d+$");
    private static final Pattern ADDRESS = Pattern.compile("\\[.*]|[\\d.]+");
    private static final Set<String> OF_COUNTRIES =
            Set.of("ac", "co", "com", "edu", "go", "gob", "gov", "ne", "net", "or", "org");
    private static final int COUNTRY_LETTERS = 2;

    private Domains() {}

    /** The domain of a host.
     *  @param host name or address, and perhaps a port, in lower case */
    public static String of(String host) {
        var name = PORT.matcher(host).replaceFirst("");
        if (ADDRESS.matcher(name).matches()) {
            return name;
        }
        var labels = name.split("\\.");
        int kept = Math.min(labels.length, isOfACountry(labels) ? 3 : 2);
        return String.join(".", Arrays.copyOfRange(labels, labels.length - kept, labels.length));
    }

    private static boolean isOfACountry(String[] labels) {
        return labels.length > 2
                && labels[labels.length - 1].length() == COUNTRY_LETTERS
                && OF_COUNTRIES.contains(labels[labels.length - 2]);
    }
}
