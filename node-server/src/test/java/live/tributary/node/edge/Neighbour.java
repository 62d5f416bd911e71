// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Another server of the Fediverse, with what a test says of it. On loopback, over plain HTTP. */
final class Neighbour implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Said> answers = new ConcurrentHashMap<>();

    Neighbour() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    private record Said(String type, String body) {}

    /** Host and port. */
    String name() {
        return "localhost:" + server.getAddress().getPort();
    }

    URI at(String path) {
        return URI.create("http://" + name() + path);
    }

    void says(String path, String type, String body) {
        answers.put(path, new Said(type, body));
    }

    /** Somebody of this name, with an account at {@code /users/name}, and further links. */
    void knows(String name, String furtherLinks) {
        says("/.well-known/webfinger", "application/jrd+json", """
                {"subject": "acct:%1$s@%2$s", "links": [
                  {"rel": "self", "type": "application/activity+json", "href": "http://%2$s/users/%1$s"}%3$s]}""".formatted(name, name(), furtherLinks));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var said = answers.get(exchange.getRequestURI().getPath());
            if (said == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            var body = said.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", said.type());
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
