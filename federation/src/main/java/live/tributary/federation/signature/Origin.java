// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Scheme, host and port of a server, in lower case: what FEP-fe34 compares, and what a signature's {@code host} and
 * {@code @authority} are made of.
 *
 * @param port a number always, also where the address leaves it to the scheme
 */
public record Origin(String scheme, String host, int port) {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    public Origin {
        scheme = scheme.toLowerCase(Locale.ROOT);
        host = host.toLowerCase(Locale.ROOT);
    }

    /** The origin of an http or https address; empty for any other, and for one without a host. */
    public static Optional<Origin> of(URI address) {
        var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (address.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            return Optional.empty();
        }
        int port = address.getPort() < 0 ? defaultPort(scheme) : address.getPort();
        return Optional.of(new Origin(scheme, address.getHost(), port));
    }

    /** Host, and port unless the scheme implies it. */
    public String authority() {
        return port == defaultPort(scheme) ? host : host + ":" + port;
    }

    /** Every way to write the authority, the usual one first: some peers sign a port that the scheme implies. */
    List<String> authorities() {
        return port == defaultPort(scheme) ? List.of(host, host + ":" + port) : List.of(authority());
    }

    @Override
    public String toString() {
        return scheme + "://" + authority();
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? HTTPS_PORT : HTTP_PORT;
    }
}
