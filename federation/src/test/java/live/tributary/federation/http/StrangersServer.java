// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A server on this machine that belongs to somebody else. Answers 404 to what it was not told. */
public final class StrangersServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /** What a stranger does with a request. */
    @FunctionalInterface
    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    /**
     * What somebody asked.
     *
     * @param target path and query as they were sent
     */
    public record Request(String method, String target, Map<String, List<String>> headers, String body) {

        public String header(String name) {
            return String.join(", ", headers.getOrDefault(name, List.of()));
        }
    }

    private StrangersServer(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** A new one on 127.0.0.1. */
    public static StrangersServer start() {
        return start("127.0.0.1", 0);
    }

    /** A new one on this address of the machine; port 0 takes any. */
    public static StrangersServer start(String address, int port) {
        try {
            return new StrangersServer(
                    HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(address), port), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var target = exchange.getRequestURI().toString();
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(
                    new Request(exchange.getRequestMethod(), target, Map.copyOf(exchange.getRequestHeaders()), body));
            answers.getOrDefault(target, stranger -> stranger.sendResponseHeaders(404, -1))
                    .to(exchange);
        }
    }

    /** From now on answers this path and query so. */
    public StrangersServer on(String target, Answer answer) {
        answers.put(target, answer);
        return this;
    }

    /** From now on answers with a document. */
    public StrangersServer document(String target, String mediaType, String document) {
        return on(target, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", mediaType);
            byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    /** From now on answers with a status alone. */
    public StrangersServer status(String target, int status) {
        return on(target, exchange -> exchange.sendResponseHeaders(status, -1));
    }

    /** From now on sends who asks elsewhere. */
    public StrangersServer redirect(String target, int status, String location) {
        return on(target, exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(status, -1);
        });
    }

    /** All requests until now. */
    public List<Request> requests() {
        return requests;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Host and port. */
    public String authority() {
        return server.getAddress().getAddress().getHostAddress() + ":" + port();
    }

    /** An address on this server. */
    public URI at(String target) {
        return URI.create("http://" + authority() + target);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
