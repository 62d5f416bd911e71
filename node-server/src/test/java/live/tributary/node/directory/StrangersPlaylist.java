// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Playlists of broadcasts elsewhere: those that go on have one segment more each time, which nobody can fetch but those of who
 * repeats themselves. Owned by the test, which closes it.
 */
final class StrangersPlaylist implements AutoCloseable {

    private static final String SEGMENT = ".m4s";
    private static final int MEDIA_BYTES = 20_000;

    private final HttpServer server;
    private final Map<String, AtomicInteger> moving = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final Set<String> repeating = ConcurrentHashMap.newKeySet();
    private final List<String> ranges = new CopyOnWriteArrayList<>();

    StrangersPlaylist() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** One that goes on. */
    URI moving(String name) {
        moving.put("/" + name, new AtomicInteger());
        return at(name);
    }

    /** One that goes on, with the same picture for ever. */
    URI repeating(String name) {
        repeating.add("/" + name + SEGMENT);
        return moving(name);
    }

    /** Which parts of segments somebody asked for. */
    List<String> ranges() {
        return ranges;
    }

    /** One that stands still from now on, or always did. */
    URI dead(String name) {
        moving.remove("/" + name);
        return at(name);
    }

    int asked(String name) {
        return asked.getOrDefault("/" + name, new AtomicInteger()).get();
    }

    private URI at(String name) {
        return URI.create("http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), name));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            asked.computeIfAbsent(path, _ -> new AtomicInteger()).incrementAndGet();
            if (path.endsWith(SEGMENT)) {
                segment(exchange, path);
                return;
            }
            int sequence = moving.getOrDefault(path, new AtomicInteger(-1)).incrementAndGet();
            var body = "#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:%d\n#EXTINF:2,\n%s%s\n"
                    .formatted(sequence, path, SEGMENT)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private void segment(HttpExchange exchange, String path) throws IOException {
        ranges.add(String.valueOf(exchange.getRequestHeaders().getFirst("Range")));
        if (!repeating.contains(path)) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        var body = ByteBuffer.allocate(MEDIA_BYTES + 8)
                .putInt(MEDIA_BYTES + 8)
                .put("mdat".getBytes(StandardCharsets.US_ASCII))
                .array();
        exchange.sendResponseHeaders(206, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
