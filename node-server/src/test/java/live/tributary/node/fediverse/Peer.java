// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.proof.EddsaJcs2022;
import live.tributary.federation.proof.ProofClaim;
import live.tributary.federation.proof.ProofReading;
import live.tributary.federation.proof.ProofVerdict;
import live.tributary.federation.signature.ClockWindow;
import live.tributary.federation.signature.Headers;
import live.tributary.federation.signature.HttpRequest;
import live.tributary.federation.signature.Reading;
import live.tributary.federation.signature.SignatureClaim;
import live.tributary.federation.signature.SignatureKind;
import live.tributary.federation.signature.SignatureReader;
import live.tributary.federation.signature.Verdict;
import live.tributary.federation.signature.VerifyingKey;

/**
 * A server elsewhere: takes what is posted to its inboxes if the signature is that of the actor who speaks, whose key it
 * fetches as others do. Owned by the test, which closes it.
 */
final class Peer implements AutoCloseable {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final HttpServer server;
    private final InstantSource clock;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Letter> letters = new CopyOnWriteArrayList<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    /** Actors once fetched: others keep keys, too. */
    private final Map<URI, JsonNode> known = new ConcurrentHashMap<>();

    private final Set<String> shown = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger askedAgain = new AtomicInteger();
    /** Addresses elsewhere that everybody here says are theirs, too. */
    private final List<URI> aliases = new CopyOnWriteArrayList<>();

    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean silent;
    private volatile int refusal;
    private volatile boolean onlyNewSignatures;
    private volatile String sharedInbox = "/inbox";
    private volatile String software = "peer";

    private Peer(HttpServer server, InstantSource clock) {
        this.server = server;
        this.clock = clock;
    }

    /** Something that was posted and believed. */
    record Letter(String inbox, SignatureKind kind, JsonNode document) {

        String type() {
            return document.path("type").asString("");
        }
    }

    /** @param clock by which signatures are judged */
    static Peer start(InstantSource clock) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var peer = new Peer(server, clock);
            server.createContext("/", peer::handle);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return peer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path));
    }

    String host() {
        return address("/").getAuthority();
    }

    /** A follower on this server, who shares an inbox with all others of it. */
    Follower follower(String name, ActorId of, String kind) {
        var self = address("/users/" + name);
        return new Follower(
                of,
                self,
                address("/follows/" + name + "/" + of),
                address("/users/" + name + "/inbox"),
                address(sharedInbox),
                kind,
                Follower.State.ACCEPTED);
    }

    /** Answers everything with this status from now on; 0 for what is right. */
    void refuseWith(int status) {
        refusal = status;
    }

    /** Takes what comes from now on, and says nothing until it is closed. */
    void fallSilent() {
        silent = true;
    }

    /** How many wait for a word. */
    int waiting() {
        return waiting.get();
    }

    private void keepSilent() {
        try {
            waiting.incrementAndGet();
            closed.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** How often it did not even look. */
    int refused() {
        return refused.get();
    }

    /** Learns an actor's keys. */
    JsonNode meet(URI actor) {
        return known.computeIfAbsent(actor, this::fetch);
    }

    /** How often a signature did not fit the key that it knew, so that it looked whether there is another. */
    int askedAgain() {
        return askedAgain.get();
    }

    /** Everybody here says that this is them, too. */
    void alias(URI address) {
        aliases.add(address);
    }

    /** Believes RFC 9421 and nothing else. */
    void believeOnlyNewSignatures() {
        onlyNewSignatures = true;
    }

    /** Its inbox is elsewhere from now on. */
    void moveInbox(String path) {
        sharedInbox = path;
    }

    /** What it says that it runs. */
    void runs(String name) {
        software = name;
    }

    List<Letter> letters() {
        return letters;
    }

    List<Letter> letters(String type) {
        return letters.stream().filter(letter -> letter.type().equals(type)).toList();
    }

    List<String> types() {
        return letters.stream().map(Letter::type).toList();
    }

    /** Why something was not believed. */
    List<String> faults() {
        return faults;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            if (silent) {
                keepSilent();
            } else if (refusal == 0 && exchange.getRequestMethod().equals("GET")) {
                show(exchange);
            } else if (refusal == 0) {
                exchange.sendResponseHeaders(receive(exchange, body), -1);
            } else {
                exchange.sendResponseHeaders(refusal, -1);
                refused.incrementAndGet();
            }
        }
    }

    /** Whether somebody has fetched this. */
    boolean asked(String path) {
        return shown.contains(path);
    }

    private void show(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        shown.add(path);
        var bytes = MAPPER.writeValueAsBytes(
                switch (path) {
                    case "/.well-known/nodeinfo" -> nodeInfoLinks();
                    case "/nodeinfo" -> nodeInfo();
                    case "/.well-known/webfinger" ->
                        jrd(exchange.getRequestURI().getQuery());
                    default -> user(address(path));
                });
        var type = path.endsWith("/webfinger") ? "application/jrd+json" : "application/activity+json";
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private ObjectNode jrd(String query) {
        var account = query.substring("resource=".length());
        var name = account.substring("acct:".length(), account.indexOf('@'));
        var document = MAPPER.createObjectNode().put("subject", account);
        document.putArray("links")
                .addObject()
                .put("rel", "self")
                .put("type", "application/activity+json")
                .put("href", address("/users/" + name).toString());
        return document;
    }

    private ObjectNode nodeInfoLinks() {
        var document = MAPPER.createObjectNode();
        document.putArray("links")
                .addObject()
                .put("rel", "http://nodeinfo.diaspora.software/ns/schema/2.1")
                .put("href", address("/nodeinfo").toString());
        return document;
    }

    private ObjectNode nodeInfo() {
        var document = MAPPER.createObjectNode().put("version", "2.1");
        document.putObject("software").put("name", software).put("version", "1.0");
        return document;
    }

    private ObjectNode user(URI self) {
        var document = MAPPER.createObjectNode()
                .put("@context", "https://www.w3.org/ns/activitystreams")
                .put("id", self.toString())
                .put("type", "Person")
                .put("inbox", self + "/inbox");
        document.putObject("endpoints").put("sharedInbox", address(sharedInbox).toString());
        var alsoKnownAs = document.putArray("alsoKnownAs");
        aliases.forEach(alias -> alsoKnownAs.add(alias.toString()));
        return document;
    }

    private int receive(HttpExchange exchange, byte[] body) {
        if (!exchange.getRequestURI().getPath().equals(sharedInbox)) {
            return 404;
        }
        var document = MAPPER.readTree(body);
        var request = HttpRequest.to("POST", address(exchange.getRequestURI().toString()), headers(exchange), body);
        if (!(new SignatureReader(clock, ClockWindow.DEFAULT).read(request) instanceof Reading.Signed(var claims))) {
            faults.add("unsigned: " + document);
            return 401;
        }
        var claim = claims.getFirst();
        if (onlyNewSignatures && claim.kind() == SignatureKind.CAVAGE) {
            return 401;
        }
        if (!speaksForItself(claim, document) || !proven(document)) {
            faults.add("forged: " + document);
            return 401;
        }
        learn(document);
        letters.add(new Letter(exchange.getRequestURI().getPath(), claim.kind(), document));
        return 202;
    }

    /** As Mastodon: what an actor says of itself is what is known of it. */
    private void learn(JsonNode document) {
        var actor = document.path("actor").asString();
        if (document.path("type").asString("").equals("Update")
                && document.path("object").path("id").asString("").equals(actor)) {
            known.put(URI.create(actor), document.path("object"));
        }
    }

    /** Keys are changed now and then, and the name stays. */
    private JsonNode meetAgain(URI actor) {
        var now = fetch(actor);
        known.put(actor, now);
        return now;
    }

    private boolean speaksForItself(SignatureClaim claim, JsonNode document) {
        var actor = URI.create(document.path("actor").asString());
        if (isSigned(claim, document, meet(actor))) {
            return true;
        }
        askedAgain.incrementAndGet();
        return isSigned(claim, document, meetAgain(actor));
    }

    private static boolean isSigned(SignatureClaim claim, JsonNode document, JsonNode actor) {
        var key = actor.path("publicKey");
        return key.path("id").asString("").equals(claim.keyId().toString())
                && key.path("owner").asString("").equals(document.path("actor").asString(""))
                && claim.verify(VerifyingKey.fromPem(key.path("publicKeyPem").asString(""))
                                .orElseThrow())
                        instanceof Verdict.Verified;
    }

    /** Where there is a proof, it has to be right. */
    private boolean proven(JsonNode document) {
        if (!(EddsaJcs2022.read(document, clock.instant()) instanceof ProofReading.Claimed(var claim))) {
            return !document.has("proof");
        }
        var actor = URI.create(document.path("actor").asString());
        return proofKey(meet(actor), claim)
                .or(() -> proofKey(meetAgain(actor), claim))
                .filter(key -> claim.verify(key) instanceof ProofVerdict.Proven)
                .isPresent();
    }

    private static Optional<VerifyingKey> proofKey(JsonNode actor, ProofClaim claim) {
        return actor.path("assertionMethod")
                .valueStream()
                .filter(method -> method.path("id")
                        .asString("")
                        .equals(claim.verificationMethod().toString()))
                .flatMap(method -> VerifyingKey.fromMultibase(
                        method.path("publicKeyMultibase").asString(""))
                        .stream())
                .findFirst();
    }

    JsonNode fetch(URI address) {
        try {
            var request = java.net.http.HttpRequest.newBuilder(address)
                    .header("Accept", "application/activity+json")
                    .build();
            return MAPPER.readTree(
                    client.send(request, BodyHandlers.ofByteArray()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Headers headers(HttpExchange exchange) {
        var fields = new ArrayList<Headers.Field>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> values.forEach(value -> fields.add(new Headers.Field(name, value))));
        return new Headers(fields);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
