// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.gallery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

import live.tributary.web.asset.Brand;
import live.tributary.web.page.Page;
import live.tributary.web.page.Pages;

/**
 * Serves pages, assets, brand sheets and prepared answers on loopback, with the headers of the real node, so that a
 * browser finds here what it will find there.
 */
public final class GalleryServer implements AutoCloseable {

    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript",
            "css", "text/css",
            "woff2", "font/woff2",
            "json", "application/json",
            "m3u8", "application/vnd.apple.mpegurl",
            "jpg", "image/jpeg",
            "m4s", "video/mp4",
            "mp4", "video/mp4");

    static {
        // Or each answer waits for the acknowledgement of its own head.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final Pages pages = Pages.load();
    private final InstantSource clock = InstantSource.system();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, HttpHandler> routes = new ConcurrentHashMap<>();
    private final Map<String, Path> folders = new ConcurrentHashMap<>();

    /** Starts on a free port. */
    public GalleryServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        routes.put("/brand.css", GalleryServer::sendBrand);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** Where it listens. */
    public URI base() {
        return URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
    }

    /** Shows this page at the path. */
    public void show(String path, Page page) {
        routes.put(path, exchange -> send(exchange, page));
    }

    /** Shows a page at the path, and another one to whoever asks with this parameter. */
    public void show(String path, String parameter, Page page, Page asked) {
        routes.put(path, exchange -> {
            var query = exchange.getRequestURI().getQuery();
            send(exchange, query != null && query.contains(parameter + "=") ? asked : page);
        });
    }

    /** Answers the path with a page that is none of ours. */
    public void showForeign(String path, String html) {
        routes.put(path, exchange -> send(exchange, "text/html;charset=UTF-8", html.getBytes(StandardCharsets.UTF_8)));
    }

    /** Answers the path with this JSON. */
    public void answer(String path, String json) {
        routes.put(path, exchange -> send(exchange, "application/json", json.getBytes(StandardCharsets.UTF_8)));
    }

    /** Answers the path as a node answers for a channel in this state, with a running clock. */
    public void answerNow(String path, String state) {
        routes.put(path, exchange -> {
            var json =
                    "{\"state\":\"%s\",\"title\":\"%s\",\"now\":\"%s\"}".formatted(state, Cast.TITLE, clock.instant());
            send(exchange, "application/json", json.getBytes(StandardCharsets.UTF_8));
        });
    }

    /** Serves a folder's files below the prefix. */
    public void files(String prefix, Path folder) {
        folders.put(prefix, folder);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestURI().getPath().endsWith("/playback")) {
                // What players report is counted by a node, and by nobody here.
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            routes.getOrDefault(exchange.getRequestURI().getPath(), this::sendFile)
                    .handle(exchange);
        }
    }

    private static void sendBrand(HttpExchange exchange) throws IOException {
        var version = exchange.getRequestURI().getQuery().substring("v=".length());
        send(exchange, "text/css", Brand.parse(version).orElseThrow().css().getBytes(StandardCharsets.UTF_8));
    }

    private void sendFile(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        for (var folder : folders.entrySet()) {
            var file = folder.getValue()
                    .resolve(path.substring(
                            Math.min(path.length(), folder.getKey().length())));
            if (path.startsWith(folder.getKey()) && Files.isRegularFile(file)) {
                send(exchange, type(path), Files.readAllBytes(file));
                return;
            }
        }
        try (var asset = GalleryServer.class.getResourceAsStream("/META-INF/resources" + path)) {
            if (asset == null || path.endsWith("/")) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                exchange.getResponseHeaders().set("Cache-Control", "public, max-age=31536000, immutable");
                send(exchange, type(path), asset.readAllBytes());
            }
        }
    }

    private static String type(String path) {
        return TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
    }

    private void send(HttpExchange exchange, Page page) throws IOException {
        exchange.getResponseHeaders().set("Content-Security-Policy", pages.contentPolicy(page));
        send(exchange, "text/html;charset=UTF-8", pages.renderBytes(page));
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
