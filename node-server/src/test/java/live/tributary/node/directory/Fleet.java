// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
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
 * Teams that are on air, each on a server of its own, which are addresses of 127/8. Shows who they are, and writes their heartbeats,
 * signed, before they are sent. Owned by the benchmark, which closes it.
 */
final class Fleet implements AutoCloseable {

    private static final int OF_A_NETWORK = 250;
    private static final String ACTIVITY_JSON = "application/activity+json";
    private static final Duration BELIEVED = Duration.ofMinutes(12);

    /** Far from what a benchmark takes: nobody is looked up meanwhile. */
    private static final Duration LATER = Duration.ofDays(300);

    private final ActorKey key = ActorKey.generate(KeyType.RSA);
    private final HttpServer server;
    private final InstantSource clock;
    private final int teams;

    private Fleet(HttpServer server, InstantSource clock, int teams) {
        this.server = server;
        this.clock = clock;
        this.teams = teams;
    }

    static Fleet of(int teams, InstantSource clock) throws IOException {
        var server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 0);
        var fleet = new Fleet(server, clock, teams);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/g", fleet::show);
        server.start();
        return fleet;
    }

    URI actor(int team) {
        return URI.create(
                "http://%s:%d/g".formatted(host(team), server.getAddress().getPort()));
    }

    private static String host(int team) {
        return address(127, team);
    }

    private static String address(int first, int team) {
        int network = team / OF_A_NETWORK;
        return "%d.%d.%d.%d"
                .formatted(first, 1 + network / OF_A_NETWORK, network % OF_A_NETWORK, 1 + team % OF_A_NETWORK);
    }

    private URI video(int team) {
        return actor(team).resolve("/v/1");
    }

    /** Has the directory of this node follow all of them, and know of their broadcasts. */
    void isFollowedIn(FleetStore store) {
        var now = clock.instant();
        store.follow(texts(this::actor), texts(Fleet::host), texts(this::video), now, now.plus(LATER));
    }

    private String[] texts(IntFunction<Object> of) {
        return IntStream.range(0, teams).mapToObj(of).map(Object::toString).toArray(String[]::new);
    }

    /** Heartbeats of so many teams in turn, as they go over the wire.
     *  @param first number of the first of them since the beginning */
    List<byte[]> beats(URI inbox, int first, int count) {
        var signer = new MessageSigner(clock);
        return IntStream.range(first, first + count)
                .parallel()
                .mapToObj(number -> beat(signer, inbox, number))
                .toList();
    }

    private byte[] beat(MessageSigner signer, URI inbox, int number) {
        int team = number % teams;
        var actor = actor(team);
        var beat = JsonMapper.shared()
                .createObjectNode()
                .put("@context", "https://www.w3.org/ns/activitystreams")
                .put("id", "%s/activities/%d".formatted(actor, number))
                .put("type", "Offer")
                .put("actor", actor.toString())
                .put("to", "https://www.w3.org/ns/activitystreams#Public")
                .put("object", video(team).toString())
                .put("liveState", "live")
                .put(
                        "liveUntil",
                        Instant.ofEpochSecond(clock.instant().plus(BELIEVED).getEpochSecond())
                                .toString())
                .put("liveSeq", 2 + number / teams);
        var body = beat.toString().getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.to("POST", inbox, Headers.of("Content-Type", ACTIVITY_JSON), body);
        var signed = signer.sign(request, key.as(URI.create(actor + "#main-key")), SignatureForm.CAVAGE);
        // As behind a proxy: each server of theirs has an address of its own.
        return Postman.written(signed.with("X-Forwarded-For", address(10, team)));
    }

    private void show(HttpExchange exchange) throws IOException {
        try (exchange) {
            var self = "http://%s/g".formatted(exchange.getRequestHeaders().getFirst("Host"));
            var actor = JsonMapper.shared()
                    .createObjectNode()
                    .put("@context", "https://www.w3.org/ns/activitystreams")
                    .put("id", self)
                    .put("type", "Group")
                    .put("preferredUsername", "team")
                    .put("inbox", self + "/inbox");
            actor.putObject("publicKey")
                    .put("id", self + "#main-key")
                    .put("owner", self)
                    .put("publicKeyPem", key.publicKey().toPem());
            var bytes = actor.toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", ACTIVITY_JSON);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
