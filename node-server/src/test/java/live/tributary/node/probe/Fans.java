// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.json.JsonMapper;

import live.tributary.federation.signature.ActorKey;
import live.tributary.federation.signature.Headers;
import live.tributary.federation.signature.HttpRequest;
import live.tributary.federation.signature.KeyType;
import live.tributary.federation.signature.MessageSigner;
import live.tributary.federation.signature.SignatureForm;
import live.tributary.node.fixtures.Postman;

/**
 * People on many servers, which are addresses of 127/8, who like what a node of ours shows. Shows who they are to the node,
 * and writes what they post, signed, before it is sent. Owned by the benchmark, which closes it.
 */
final class Fans implements AutoCloseable {

    private static final int HOSTS_OF_A_NETWORK = 250;
    private static final String ACTIVITY_JSON = "application/activity+json";

    private final ActorKey key = ActorKey.generate(KeyType.RSA);
    private final MessageSigner signer = new MessageSigner(InstantSource.system());
    private final AtomicInteger serial = new AtomicInteger();
    private final HttpServer server;
    private final int hosts;

    private Fans(HttpServer server, int hosts) {
        this.server = server;
        this.hosts = hosts;
    }

    static Fans on(int hosts) throws IOException {
        var server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 0);
        var fans = new Fans(server, hosts);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/users/", fans::show);
        server.start();
        return fans;
    }

    /** So many likes of a video, as bytes of HTTP; each fan has a turn before one has another. */
    List<byte[]> like(URI video, URI inbox, int fans, int count) {
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(number -> like(video, inbox, number % fans))
                .toList();
    }

    private byte[] like(URI video, URI inbox, int fan) {
        var host = "127.1.%d.%d:%d"
                .formatted(
                        fan % hosts / HOSTS_OF_A_NETWORK,
                        1 + fan % hosts % HOSTS_OF_A_NETWORK,
                        server.getAddress().getPort());
        var actor = URI.create("http://%s/users/%d".formatted(host, fan));
        var body = JsonMapper.shared()
                .createObjectNode()
                .put("@context", "https://www.w3.org/ns/activitystreams")
                .put("id", "http://%s/activities/%d".formatted(host, serial.incrementAndGet()))
                .put("type", "Like")
                .put("actor", actor.toString())
                .put("object", video.toString())
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.to("POST", inbox, Headers.of("Content-Type", ACTIVITY_JSON), body);
        var signed = signer.sign(request, key.as(URI.create(actor + "#main-key")), SignatureForm.CAVAGE);
        // As behind a proxy: each server of theirs has an address of its own.
        return Postman.written(
                signed.with("X-Forwarded-For", "10.0.%d.%d".formatted(fan % hosts / 250, 1 + fan % hosts % 250)));
    }

    private void show(HttpExchange exchange) throws IOException {
        try (exchange) {
            var self = "http://%s%s".formatted(exchange.getRequestHeaders().getFirst("Host"), exchange.getRequestURI());
            var bytes = document(self).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", ACTIVITY_JSON);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String document(String self) {
        var actor = JsonMapper.shared()
                .createObjectNode()
                .put("@context", "https://www.w3.org/ns/activitystreams")
                .put("id", self)
                .put("type", "Person")
                .put("preferredUsername", "fan")
                .put("inbox", self + "/inbox");
        actor.putObject("publicKey")
                .put("id", self + "#main-key")
                .put("owner", self)
                .put("publicKeyPem", key.publicKey().toPem());
        return actor.toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
