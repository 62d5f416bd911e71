// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.proof.EddsaJcs2022;
import live.tributary.federation.signature.ActorKey;
import live.tributary.federation.signature.Headers;
import live.tributary.federation.signature.HttpRequest;
import live.tributary.federation.signature.KeyType;
import live.tributary.federation.signature.MessageSigner;
import live.tributary.federation.signature.SignatureForm;

/**
 * A server of the Fediverse that does whatever a test wants, right or wrong: shows actors and notes, and posts what it is
 * told to. Has an actor for each name that is asked for, who is found by it. Owned by the test, which closes it.
 */
public final class Elsewhere implements AutoCloseable {

    /** Made once: an RSA key takes some tenths of a second. */
    private static final ActorKey KEY = ActorKey.generate(KeyType.RSA);

    private static final ActorKey OTHER_KEY = ActorKey.generate(KeyType.RSA);

    private static final ActorKey PROOF_KEY = ActorKey.generate(KeyType.ED25519);

    private static final String ACTIVITY_JSON = "application/activity+json";

    private static final String OWNCAST = "https://owncast.online/ns#";

    private static final String ABOUT_A_NAME = "resource=acct:";

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> letters = new CopyOnWriteArrayList<>();
    private final Map<String, String> documents = new ConcurrentHashMap<>();
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private final Map<String, URI> elsewhere = new ConcurrentHashMap<>();
    private final Map<String, byte[]> bombs = new ConcurrentHashMap<>();
    private final AtomicInteger serial = new AtomicInteger();
    private volatile CountDownLatch held = new CountDownLatch(0);

    private Elsewhere(HttpServer server) {
        this.server = server;
    }

    public static Elsewhere start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var elsewhere = new Elsewhere(server);
            server.createContext("/", elsewhere::handle);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return elsewhere;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path));
    }

    public URI actor(String name) {
        return at("/users/" + name);
    }

    /** An address that no activity has yet. */
    public URI fresh() {
        return at("/activities/" + serial.incrementAndGet());
    }

    /** Paths that somebody fetched; whoever is met is looked up by name now and then, which does not count. */
    public List<String> asked() {
        return asked;
    }

    /** Bodies that somebody posted. */
    public List<String> letters() {
        return letters;
    }

    /** Shows a document. */
    public void show(URI address, ObjectNode document) {
        var shown = document.deepCopy();
        if (!shown.has("@context")) {
            shown.put("@context", "https://www.w3.org/ns/activitystreams");
        }
        documents.put(address.getPath(), shown.toString());
    }

    /** Shows a document that has a context of its own. */
    void showAsIs(URI address, ObjectNode document) {
        documents.put(address.getPath(), document.toString());
    }

    /** The document of an actor here. */
    public ObjectNode person(String name) {
        return JsonMapper.shared().readValue(actorDocument("/users/" + name), ObjectNode.class);
    }

    /** From now on the actor has the key with which {@link #signedWithAnotherKey} signs. */
    void changeKey(String name) {
        var person = person(name);
        ((ObjectNode) person.path("publicKey"))
                .put("publicKeyPem", OTHER_KEY.publicKey().toPem());
        show(actor(name), person);
    }

    /** Lets whoever fetches anything wait; they get what lay there when they asked. */
    public void hold(CountDownLatch until) {
        held = until;
    }

    private void await() {
        try {
            held.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends whoever asks there to another place. */
    public void sendOn(URI from, URI to) {
        elsewhere.put(from.getPath(), to);
    }

    /** Shows so many spaces, packed to a thousandth of that. */
    void showPacked(URI address, int bytes) {
        var packed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            zip.write(" ".repeat(bytes).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bombs.put(address.getPath(), packed.toByteArray());
    }

    /** Answers with what it shows again. */
    public void recover(URI address) {
        elsewhere.remove(address.getPath());
        statuses.remove(address.getPath());
    }

    /** Answers with a status, and nothing else. */
    public void answer(URI address, int status) {
        statuses.put(address.getPath(), status);
    }

    /** An activity of an actor here, with an address of its own. */
    public ObjectNode activity(String type, String name, URI object) {
        return bare(type, name).put("object", object.toString());
    }

    public ObjectNode activity(String type, String name, ObjectNode object) {
        var activity = bare(type, name);
        activity.set("object", object);
        return activity;
    }

    private ObjectNode bare(String type, String name) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("@context", "https://www.w3.org/ns/activitystreams")
                .put("type", type)
                .put("id", fresh().toString())
                .put("actor", actor(name).toString())
                .put("to", "https://www.w3.org/ns/activitystreams#Public");
    }

    /** The same activity of an Owncast server, which says in it whether it is on air. */
    public static ObjectNode owncast(ObjectNode activity, String status) {
        return activity.put(OWNCAST + "streamStatus", status)
                .put(OWNCAST + "serverName", "Shed")
                .put(OWNCAST + "streamTitle", "Welding a gate");
    }

    /** A public note of an actor here. */
    ObjectNode note(String name, URI inReplyTo, String content) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("type", "Note")
                .put("id", at("/notes/" + serial.incrementAndGet()).toString())
                .put("attributedTo", actor(name).toString())
                .put("inReplyTo", inReplyTo.toString())
                .put("content", content)
                .put("published", "2026-11-25T10:00:00Z")
                .put("to", "https://www.w3.org/ns/activitystreams#Public");
    }

    /** An activity with a proof that whoever may sign the request that brings it, this actor said it (FEP-8b32). */
    ObjectNode proven(String name, ObjectNode activity) {
        var key = PROOF_KEY.as(URI.create(actor(name) + "#ed25519-key"));
        return EddsaJcs2022.sign(activity, key, InstantSource.system().instant());
    }

    /** Posts an activity, signed as its actor does. */
    int post(URI inbox, String name, ObjectNode activity) {
        return send(signed(inbox, name, activity.toString(), SignatureForm.CAVAGE));
    }

    HttpRequest signed(URI inbox, String name, String body, SignatureForm form) {
        return signedAs(actor(name), inbox, body, form);
    }

    /** Signed by somebody who says to be anywhere. */
    HttpRequest signedAs(URI actor, URI inbox, String body, SignatureForm form) {
        return sign(unsigned(inbox, body), actor, KEY, form, InstantSource.system());
    }

    public HttpRequest signedLate(URI inbox, String name, String body, InstantSource clock) {
        return sign(unsigned(inbox, body), actor(name), KEY, SignatureForm.CAVAGE, clock);
    }

    HttpRequest signedWithAnotherKey(URI inbox, String name, String body) {
        return sign(unsigned(inbox, body), actor(name), OTHER_KEY, SignatureForm.RFC9421, InstantSource.system());
    }

    HttpRequest unsigned(URI inbox, String body) {
        return HttpRequest.to(
                "POST", inbox, Headers.of("Content-Type", ACTIVITY_JSON), body.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpRequest sign(
            HttpRequest request, URI actor, ActorKey key, SignatureForm form, InstantSource clock) {
        return new MessageSigner(clock).sign(request, key.as(URI.create(actor + "#main-key")), form);
    }

    /** Asks for a document, and does not say who asks. */
    HttpRequest get(URI address) {
        return HttpRequest.to("GET", address, Headers.of("Accept", ACTIVITY_JSON), new byte[0]);
    }

    /** Asks for a document, signed by somebody who says to be anywhere. */
    HttpRequest getAs(URI actor, URI address, SignatureForm form) {
        return sign(get(address), actor, KEY, form, InstantSource.system());
    }

    /** The same with a key that is not theirs. */
    HttpRequest getWithAnotherKey(URI actor, URI address) {
        return sign(get(address), actor, OTHER_KEY, SignatureForm.CAVAGE, InstantSource.system());
    }

    /** Asks for the head of a document alone, signed. */
    HttpRequest headAs(URI actor, URI address) {
        var head = HttpRequest.to("HEAD", address, Headers.of("Accept", ACTIVITY_JSON), new byte[0]);
        return sign(head, actor, KEY, SignatureForm.CAVAGE, InstantSource.system());
    }

    /** What comes back. */
    HttpResponse<String> fetch(HttpRequest request) {
        var sent = java.net.http.HttpRequest.newBuilder(URI.create(request.targetUri()));
        return send(request, sent.GET(), BodyHandlers.ofString());
    }

    /** What comes back to whoever has this version of it already. */
    HttpResponse<String> fetchUnless(HttpRequest request, String tag) {
        var sent = java.net.http.HttpRequest.newBuilder(URI.create(request.targetUri()))
                .header("If-None-Match", tag);
        return send(request, sent.GET(), BodyHandlers.ofString());
    }

    /** Asks for no more than the head, and gives the status. */
    int headStatus(HttpRequest request) {
        var sent = java.net.http.HttpRequest.newBuilder(URI.create(request.targetUri()));
        return send(request, sent.HEAD(), BodyHandlers.discarding()).statusCode();
    }

    /** Sends it as it is, and gives the status. */
    public int send(HttpRequest request) {
        return sendTo(URI.create(request.origin().toString()), request);
    }

    /** Sends it to another place than it was signed for, as a proxy does. */
    int sendTo(URI root, HttpRequest request) {
        var sent = java.net.http.HttpRequest.newBuilder(root.resolve(request.target()))
                .POST(BodyPublishers.ofByteArray(request.body()));
        return send(request, sent, BodyHandlers.discarding()).statusCode();
    }

    /** The same from another machine: every address below 127.0.0.0/8 is one here. */
    int sendFrom(InetAddress machine, HttpRequest request) {
        var sent = java.net.http.HttpRequest.newBuilder(URI.create(request.targetUri()))
                .POST(BodyPublishers.ofByteArray(request.body()));
        try (var there = HttpClient.newBuilder().localAddress(machine).build()) {
            return send(there, request, sent, BodyHandlers.discarding()).statusCode();
        }
    }

    private <T> HttpResponse<T> send(
            HttpRequest request, java.net.http.HttpRequest.Builder sent, BodyHandler<T> handler) {
        return send(client, request, sent, handler);
    }

    private static <T> HttpResponse<T> send(
            HttpClient client, HttpRequest request, java.net.http.HttpRequest.Builder sent, BodyHandler<T> handler) {
        request.headers().fields().stream()
                // The client writes it by itself.
                .filter(field -> !field.name().equalsIgnoreCase("Host"))
                .forEach(field -> sent.header(field.name(), field.value()));
        try {
            return client.send(sent.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var path = exchange.getRequestURI().getPath();
            if (exchange.getRequestMethod().equals("POST")) {
                letters.add(body);
                exchange.sendResponseHeaders(202, -1);
                return;
            }
            if (!isAboutAName(exchange.getRequestURI())) {
                asked.add(path);
            }
            answer(exchange, path);
        }
    }

    private void answer(HttpExchange exchange, String path) throws IOException {
        var document = documents.getOrDefault(path, made(exchange.getRequestURI()));
        var status = statuses.get(path);
        await();
        if (elsewhere.containsKey(path)) {
            exchange.getResponseHeaders().set("Location", elsewhere.get(path).toString());
            exchange.sendResponseHeaders(302, -1);
            return;
        }
        if (status != null || document.isEmpty()) {
            exchange.sendResponseHeaders(status == null ? 404 : status, -1);
            return;
        }
        var bomb = bombs.get(path);
        if (bomb != null) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        }
        var bytes = bomb == null ? document.getBytes(StandardCharsets.UTF_8) : bomb;
        exchange.getResponseHeaders().set("Content-Type", ACTIVITY_JSON);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private String made(URI request) {
        if (isAboutAName(request)) {
            return nameDocument(request.getQuery());
        }
        return request.getPath().startsWith("/users/") ? actorDocument(request.getPath()) : "";
    }

    private static boolean isAboutAName(URI request) {
        return request.getPath().equals("/.well-known/webfinger")
                && request.getQuery().startsWith(ABOUT_A_NAME);
    }

    private String nameDocument(String query) {
        var account = query.substring(ABOUT_A_NAME.length());
        var jrd = JsonMapper.shared().createObjectNode().put("subject", "acct:" + account);
        jrd.putArray("links")
                .addObject()
                .put("rel", "self")
                .put("type", ACTIVITY_JSON)
                .put("href", actor(account.substring(0, account.indexOf('@'))).toString());
        return jrd.toString();
    }

    private String actorDocument(String path) {
        var name = path.substring("/users/".length());
        var actor = JsonMapper.shared()
                .createObjectNode()
                .put("@context", "https://www.w3.org/ns/activitystreams")
                .put("type", "Person")
                .put("id", actor(name).toString())
                .put("preferredUsername", name)
                .put("name", name + " <b>of elsewhere</b>")
                .put("inbox", at("/users/" + name + "/inbox").toString());
        actor.putObject("publicKey")
                .put("id", actor(name) + "#main-key")
                .put("owner", actor(name).toString())
                .put("publicKeyPem", KEY.publicKey().toPem());
        actor.putArray("assertionMethod")
                .addObject()
                .put("type", "Multikey")
                .put("id", actor(name) + "#ed25519-key")
                .put("controller", actor(name).toString())
                .put("publicKeyMultibase", PROOF_KEY.publicKey().toMultibase());
        actor.putObject("endpoints").put("sharedInbox", at("/inbox").toString());
        return actor.toString();
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
