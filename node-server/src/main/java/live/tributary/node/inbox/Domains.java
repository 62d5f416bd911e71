// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.util.regex.Pattern;

import com.google.common.net.InternetDomainName;

/**
 * Whose a host is: the part of its name that somebody can register, by the list of public suffixes, also of those where companies
 * give names away. Whoever owns a name owns any number of names below it, so what is shared out is shared out by this.
 */
public final class Domains {

    private static final Pattern PORT = Pattern.compile(":\\d+$");
    private static final Pattern ADDRESS = Pattern.compile("\\[.*]|[\\d.]+");

    private Domains() {}

    /** The domain of a host.
     *  @param host name or address, and perhaps a port, in lower case */
    public static String of(String host) {
        var name = PORT.matcher(host).replaceFirst("");
        if (ADDRESS.matcher(name).matches()) {
            return name;
        }
        return InternetDomainName.isValid(name) ? registrable(InternetDomainName.from(name)) : lastTwo(name);
    }

    private static String registrable(InternetDomainName name) {
        return name.isUnderPublicSuffix() ? name.topPrivateDomain().toString() : lastTwo(name.toString());
    }

    /** Of a name below nothing that the list knows. */
    private static String lastTwo(String name) {
        int last = name.lastIndexOf('.');
        return name.substring(name.lastIndexOf('.', last - 1) + 1);
    }
}
