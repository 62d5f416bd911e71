// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.webfinger;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A name on the Fediverse as people write it: {@code @ana@node.example}.
 *
 * @param name in the case its server gave it; two names that differ in case only are one
 * @param host in lower-case ASCII, with a port only where it is not the usual one
 */
public record Handle(String name, String host) {

    private static final int MOST_CHARS = 400;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.:~-]{1,100}");

    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:\\d{1,5})?");

    /** Reads {@code @name@host}, {@code name@host} and {@code acct:name@host} (RFC 7565). */
    public static Optional<Handle> parse(String text) {
        if (text.length() > MOST_CHARS) {
            return Optional.empty();
        }
        var bare = without("@", without("acct:", text.strip()));
        int at = bare.indexOf('@');
        if (at < 0 || !NAME.matcher(bare.substring(0, at)).matches()) {
            return Optional.empty();
        }
        return host(bare.substring(at + 1)).map(host -> new Handle(bare.substring(0, at), host));
    }

    private static String without(String prefix, String text) {
        return text.regionMatches(true, 0, prefix, 0, prefix.length()) ? text.substring(prefix.length()) : text;
    }

    private static Optional<String> host(String text) {
        try {
            var ascii = IDN.toASCII(text, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            return HOST.matcher(ascii).matches() ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }

    /** Whether both stand for the same account. */
    public boolean names(Handle other) {
        return name.equalsIgnoreCase(other.name) && host.equals(other.host);
    }

    /** As the {@code subject} of a JRD. */
    public String acct() {
        return "acct:" + name + "@" + host;
    }

    @Override
    public String toString() {
        return "@" + name + "@" + host;
    }
}
