// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import live.tributary.federation.webfinger.Handle;

/**
 * What somebody typed as their account on another server.
 *
 * @param handle whom to ask about; of a server alone its own actor, which Mastodon and others name after the host
 * @param serverOnly whether nobody on it was named
 */
record RemoteAccount(Handle handle, boolean serverOnly) {

    /** An address as it stands in a browser: {@code https://server.example/@you}. */
    private static final Pattern PROFILE = Pattern.compile("([^/@]+)/@([^/@]+)");

    private static final Pattern SERVER = Pattern.compile("([^/@]+\\.[^/@]+|localhost:\\d+)/?");

    /** Reads a handle, the address of a profile, or the name of a server; empty where it is none of these. */
    static Optional<RemoteAccount> parse(String typed) {
        var text = withoutScheme(typed.strip());
        var profile = PROFILE.matcher(text);
        if (profile.matches()) {
            return account("%s@%s".formatted(profile.group(2), profile.group(1)));
        }
        var server = SERVER.matcher(text);
        if (server.matches()) {
            return Handle.parse("%s@%1$s".formatted(server.group(1).toLowerCase(Locale.ROOT)))
                    .map(handle -> new RemoteAccount(handle, true));
        }
        return account(text);
    }

    private static Optional<RemoteAccount> account(String text) {
        return Handle.parse(text).map(handle -> new RemoteAccount(handle, false));
    }

    private static String withoutScheme(String text) {
        return text.replaceFirst("^(?i)https?://", "");
    }
}
