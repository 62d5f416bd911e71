// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Listens on all addresses of 127/8, of which each is a host. Takes whatever is posted and notes when each inbox first got
 * something of its kind, but for a host that is as good as dead: that takes it and says nothing. Owned by the benchmark, which closes it.
 */
final class Everywhere implements AutoCloseable {

    private static final int BACKLOG = 1024;
    private static final int HOSTS_OF_A_NETWORK = 250;

    private final HttpServer server;
    private final Map<Place, Long> arrivals = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> silent = new ConcurrentHashMap<>();

    /** An inbox, and what kind of activity came there. */
    private record Place(String host, String path, String type) {}

    private Everywhere(HttpServer server) {
        this.server = server;
    }

    static Everywhere listen() throws IOException {
        var server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), BACKLOG);
        var everywhere = new Everywhere(server);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", everywhere::take);
        server.start();
        return everywhere;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var host = exchange.getRequestHeaders().getFirst("Host");
            var body = exchange.getRequestBody().readAllBytes();
            var held = silent.get(host);
            if (held != null) {
                held.await();
            } else if (exchange.getRequestMethod().equals("POST")) {
                var type = JsonMapper.shared().readTree(body).path("type").asString();
                arrivals.putIfAbsent(new Place(host, exchange.getRequestURI().getPath(), type), System.nanoTime());
            }
            exchange.sendResponseHeaders(202, -1);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Somebody at a host, with an inbox of their own and one for all of that host. */
    Follower follower(ActorId of, int host, int number) {
        var self = URI.create("http://%s/users/%d".formatted(name(host), number));
        return follower(of, self, self.resolve("/inbox"));
    }

    /** Somebody whose host has no inbox for all. */
    Follower lonelyFollower(ActorId of, int host, int number) {
        var self = URI.create("http://%s/users/%d".formatted(name(host), number));
        return follower(of, self, URI.create(self + "/inbox"));
    }

    private static Follower follower(ActorId of, URI self, URI deliveryInbox) {
        return new Follower(
                of,
                self,
                URI.create(self + "/follow"),
                URI.create(self + "/inbox"),
                deliveryInbox,
                "Person",
                Follower.State.ACCEPTED);
    }

    private String name(int host) {
        return "127.1.%d.%d:%d"
                .formatted(
                        host / HOSTS_OF_A_NETWORK,
                        1 + host % HOSTS_OF_A_NETWORK,
                        server.getAddress().getPort());
    }

    void fallSilent(int host) {
        silent.put(name(host), new CountDownLatch(1));
    }

    /** Whoever waits for it gets an answer now, and everybody else at once. */
    void speakAgain(int host) {
        var held = silent.remove(name(host));
        if (held != null) {
            held.countDown();
        }
    }

    /** When each inbox first got an activity of this type, by {@link System#nanoTime}. */
    List<Long> arrivals(String type) {
        return arrivals.entrySet().stream()
                .filter(arrived -> arrived.getKey().type().equals(type))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The same without those of one host. */
    List<Long> arrivalsExceptAt(int host, String type) {
        return arrivals.entrySet().stream()
                .filter(arrived -> arrived.getKey().type().equals(type))
                .filter(arrived -> !arrived.getKey().host().equals(name(host)))
                .map(Map.Entry::getValue)
                .toList();
    }

    void forget() {
        arrivals.clear();
    }

    @Override
    public void close() {
        silent.values().forEach(CountDownLatch::countDown);
        server.stop(0);
    }
}
