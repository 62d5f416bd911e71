// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * How a request reached us, as the last trusted hop says.
 *
 * @param origin scheme, host and port in the request, as a browser writes an {@code Origin}
 * @param encrypted whether it came over TLS
 * @param client the visitor's address
 */
public record Transport(String origin, boolean encrypted, InetAddress client) {

    private static final Set<String> LOCAL_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

    public static Transport of(ServerHttpRequest request) {
        var uri = request.getURI();
        return new Transport(origin(uri), "https".equals(uri.getScheme()), client(request.getRemoteAddress()));
    }

    /** Scheme, host and port of an address, without the port that goes without saying. */
    public static String origin(URI uri) {
        var usual = uri.getPort() < 0
                || (uri.getPort() == 443 && "https".equals(uri.getScheme()))
                || (uri.getPort() == 80 && "http".equals(uri.getScheme()));
        return uri.getScheme() + "://" + uri.getHost() + (usual ? "" : ":" + uri.getPort());
    }

    /** From this machine and addressed as such: there is no wire to listen on. */
    public boolean withinOneMachine() {
        return client.isLoopbackAddress()
                && LOCAL_HOSTS.contains(URI.create(origin).getHost());
    }

    /** From the same machine or the same private network. */
    public boolean near() {
        return client.isLoopbackAddress()
                || client.isSiteLocalAddress()
                || client.isLinkLocalAddress()
                || uniqueLocal();
    }

    /** RFC 4193: fc00::/7, which Java does not count as site-local. */
    private boolean uniqueLocal() {
        var bytes = client.getAddress();
        return bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
    }

    /** A connection without an address is a local socket. */
    private static InetAddress client(@Nullable InetSocketAddress remote) {
        return remote == null || remote.isUnresolved() ? InetAddress.getLoopbackAddress() : remote.getAddress();
    }
}
