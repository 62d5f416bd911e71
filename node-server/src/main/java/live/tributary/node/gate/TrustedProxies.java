// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import reactor.netty.http.server.ConnectionInfo;

/**
 * Believes {@code X-Forwarded-For}, {@code -Proto} and {@code -Host} from the configured proxies only: from anybody
 * else they would let a stranger choose the address that limits count by, and the scheme that cookies depend on.
 *
 * <p>Called on the event loop for each request, media included.
 */
final class TrustedProxies implements BiFunction<ConnectionInfo, HttpRequest, ConnectionInfo> {

    private final List<NetworkRange> proxies;

    TrustedProxies(List<String> proxies) {
        this.proxies = proxies.stream().map(NetworkRange::parse).toList();
    }

    @Override
    public ConnectionInfo apply(ConnectionInfo direct, HttpRequest request) {
        var peer = direct.getRemoteAddress();
        if (peer == null || !trusts(peer.getAddress())) {
            return direct;
        }
        var headers = request.headers();
        var info = direct;
        var client = client(headers);
        if (client.isPresent()) {
            info = info.withRemoteAddress(new InetSocketAddress(client.get(), peer.getPort()));
        }
        var scheme = last(headers, "X-Forwarded-Proto").map(text -> text.toLowerCase(Locale.ROOT));
        if (scheme.isPresent() && (scheme.get().equals("https") || scheme.get().equals("http"))) {
            info = info.withScheme(scheme.get());
        }
        var host = last(headers, "X-Forwarded-Host").or(() -> Optional.ofNullable(headers.get("Host")));
        return host.isPresent() ? withHost(info, host.get()) : info;
    }

    /** The last address in the list that is not one of our proxies: entries further left may be invented. */
    Optional<InetAddress> client(HttpHeaders headers) {
        var entries = String.join(",", headers.getAll("X-Forwarded-For")).split(",", -1);
        for (var i = entries.length - 1; i >= 0; i--) {
            var address = literal(entries[i].strip());
            if (address.isEmpty() || !trusts(address.get()) || i == 0) {
                return address;
            }
        }
        return Optional.empty();
    }

    private boolean trusts(InetAddress address) {
        return proxies.stream().anyMatch(range -> range.contains(address));
    }

    private static ConnectionInfo withHost(ConnectionInfo info, String host) {
        var named = hostAndPort(host, info.getScheme());
        var address = info.getHostAddress();
        return address == null || named.getKey().isBlank() || named.getValue() <= 0
                ? info
                : info.withHostAddress(address, named.getKey(), named.getValue());
    }

    /** The port is the usual one where none is written, and -1 where it is no number. */
    static Map.Entry<String, Integer> hostAndPort(String host, String scheme) {
        var colon = host.endsWith("]") ? -1 : host.lastIndexOf(':');
        return colon < 0
                ? Map.entry(host, ConnectionInfo.getDefaultHostPort(scheme))
                : Map.entry(host.substring(0, colon), port(host.substring(colon + 1)));
    }

    private static int port(String text) {
        return text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
    }

    private static Optional<String> last(HttpHeaders headers, String name) {
        var values = headers.getAll(name);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        var list = values.getLast();
        return Optional.of(list.substring(list.lastIndexOf(',') + 1).strip()).filter(text -> !text.isEmpty());
    }

    private static Optional<InetAddress> literal(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
