// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.RunningNode;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.WebVisitor;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorTest {

    private final RunningNode node;
    private final House house;

    DoorTest(TestDatabase database) {
        node = RunningNode.start(
                database,
                "tributary.gate.pages-per-minute=60",
                "tributary.gate.api-calls-per-minute=30",
                "tributary.gate.accounts-per-hour=3",
                "tributary.gate.follows-per-hour=2",
                "tributary.gate.trusted-proxies=127.0.0.1,192.0.2.0/24");
        house = House.on(node);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void overTlsTheCookiesBelongToThisHostAlone() throws Exception {
        var reply = get("/login", Map.of("X-Forwarded-Proto", "https", "X-Forwarded-For", "198.51.100.1"));
        assertThat(reply.headers().firstValue("Set-Cookie").orElse(""))
                .startsWith("__Host-tributary-guest=")
                .contains("Secure")
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Path=/");
        assertThat(reply.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    void overPlainHttpThereIsNoSecureCookieAndNoStrictTransport() {
        var reply = new WebVisitor(node.web()).get("/login");
        assertThat(reply.header("Set-Cookie").orElse(""))
                .startsWith("tributary-guest=")
                .doesNotContain("Secure");
        assertThat(reply.header("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void nobodyLogsInOverPlainHttpFromAPublicNetwork() throws Exception {
        var far = Map.of("X-Forwarded-For", "198.51.100.2");
        var page = get("/login", far);
        var cookie = page.headers().firstValue("Set-Cookie").orElse("").replaceAll(";.*", "");
        var token = new WebVisitor.Reply(200, "/login", page).csrf();
        var body = "_csrf=%s&handle=%s&password=%s".formatted(token, House.OWNER, House.PASSWORD.replace(' ', '+'));
        var request = request("/login", far)
                .header("Cookie", cookie)
                .header("Origin", node.web().toString())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        var reply = send(request);
        assertThat(reply.statusCode()).isEqualTo(422);
        assertThat(reply.body()).contains("not encrypted");
        assertThat(reply.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void everyStudioPageWarnsWhereOthersMayListen() throws Exception {
        var owner = new WebVisitor(node.web());
        owner.logIn(House.OWNER, House.PASSWORD);
        var atHome = Map.of("Cookie", owner.cookies(), "X-Forwarded-For", "192.168.1.7");
        for (var path : new String[] {"/studio", "/studio/keys", "/studio/members"}) {
            assertThat(get(path, atHome).body()).as(path).contains("plain HTTP");
        }
    }

    @Test
    void nobodyIsWarnedOfListenersWithinOneMachine() {
        var owner = new WebVisitor(node.web());
        owner.logIn(House.OWNER, House.PASSWORD);
        assertThat(owner.get("/studio").body()).doesNotContain("plain HTTP");
    }

    @Test
    void everyPageRenewsTheCookieOfAMember() {
        var owner = new WebVisitor(node.web());
        owner.logIn(House.OWNER, House.PASSWORD);
        assertThat(owner.get("/studio").header("Set-Cookie").orElse(""))
                .startsWith("tributary=")
                .contains("Max-Age=2592000");
        assertThat(owner.getJson("/api/v1/session").header("Set-Cookie")).isEmpty();
        for (var sharedFile : List.of("/favicon.svg", "/favicon.ico", "/brand.css?v=h30c14")) {
            assertThat(owner.get(sharedFile).header("Set-Cookie"))
                    .as(sharedFile)
                    .isEmpty();
        }
    }

    @Test
    void everyFormThatAsksForAPasswordWarnsWhereOthersMayListen() throws Exception {
        assertThat(get("/login", Map.of("X-Forwarded-For", "192.168.1.8")).body())
                .contains("plain HTTP");
        assertThat(new WebVisitor(node.web()).get("/login").body()).doesNotContain("plain HTTP");
    }

    @Test
    void onePrefixCannotAskForEverAndOthersStillCan() throws Exception {
        var noisy = Map.of("X-Forwarded-For", "203.0.113.7");
        // One more is granted each second meanwhile, so the last of sixty need not be the first refused.
        HttpResponse<String> last = get("/", noisy);
        for (var i = 0; i < 600 && last.statusCode() == 200; i++) {
            last = get("/", noisy);
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After")).isPresent();
        assertThat(get("/", Map.of("X-Forwarded-For", "203.0.113.8")).statusCode())
                .isEqualTo(200);
        assertThat(get("/brand.css?v=h30c14", noisy).statusCode()).isEqualTo(200);
    }

    @Test
    void aHouseholdFullOfViewersMayAskHowAChannelStands() throws Exception {
        var household = Map.of("X-Forwarded-For", "203.0.113.9", "Accept", "application/json");
        for (var i = 0; i < 100; i++) {
            assertThat(get("/api/v1/channels/" + house.channel(), household).statusCode())
                    .isEqualTo(200);
        }
        HttpResponse<String> last = get("/api/v1/live", household);
        for (var i = 0; i < 300 && last.statusCode() == 200; i++) {
            last = get("/api/v1/live", household);
        }
        assertThat(last.statusCode()).isEqualTo(429);
    }

    @Test
    void noOtherSpellingOfAnAddressWalksRoundALimit() throws Exception {
        var spellings = List.of("/invite/a", "/%69nvite/a", "/invite;x=y/a", "/inv%69te/%61", "/%63laim/a");
        var guesser = Map.of("X-Forwarded-For", "203.0.113.10");
        var answers = new ArrayList<Integer>();
        for (var spelling : spellings) {
            var guess = request(spelling, guesser).POST(HttpRequest.BodyPublishers.noBody());
            answers.add(send(guess).statusCode());
        }
        assertThat(answers).endsWith(429, 429);
    }

    @Test
    void oneHouseholdCannotHaveOtherServersAskedForEver() throws Exception {
        var curious = Map.of("X-Forwarded-For", "203.0.113.12");
        var answers = new ArrayList<Integer>();
        for (var team : List.of("river", "delta", "river")) {
            var wish = request("/@%s/follow".formatted(team), curious).POST(HttpRequest.BodyPublishers.noBody());
            answers.add(send(wish).statusCode());
        }
        assertThat(answers).containsExactly(403, 403, 429);
        assertThat(get("/@river", curious).statusCode()).isEqualTo(200);
    }

    @Test
    void onlyAListOfServersMayBeLongerThanAForm() throws Exception {
        var type = "application/x-www-form-urlencoded";
        assertThat(post("/studio/servers/rules/import", type, SizeFilter.MAX_BODY_BYTES))
                .isEqualTo(403);
        assertThat(post("/studio/servers/rules/import", type, SizeFilter.MAX_BODY_BYTES + 1))
                .isEqualTo(413);
        assertThat(post("/studio/servers/rules", type, SizeFilter.MAX_FORM_BYTES + 1))
                .isEqualTo(413);
    }

    @Test
    void aFieldWithManyValuesIsOneField() throws Exception {
        var list = "a,".repeat(SizeFilter.MAX_HEADERS + 1);
        assertThat(get("/", Map.of("X-List", list, "X-Forwarded-For", "203.0.113.11"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anErrorIsAPageForPeopleAndAProblemForPrograms() {
        var visitor = new WebVisitor(node.web());
        assertThat(visitor.get("/nothing/here").page().select("h1")).hasSize(1);
        var problem = visitor.getJson("/nothing/here");
        assertThat(problem.header("Content-Type")).hasValue("application/problem+json");
        assertThat(problem.body()).contains("\"type\":\"/problems/not-found\"").contains("\"status\":404");
        assertThat(visitor.send("PUT", "/login", "{}", Map.of()).status()).isEqualTo(403);
        assertThat(visitor.get("/api/v1/nothing").header("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void refusesWhatIsTooLarge() throws Exception {
        var form = "a".repeat(SizeFilter.MAX_FORM_BYTES + 1);
        var request = request("/login", Map.of("Content-Type", "application/x-www-form-urlencoded"))
                .POST(HttpRequest.BodyPublishers.ofString(form));
        assertThat(send(request).statusCode()).isEqualTo(413);

        var many = request("/", Map.of());
        for (var i = 0; i <= SizeFilter.MAX_HEADERS; i++) {
            many.header("X-Field-" + i, "1");
        }
        assertThat(send(many).statusCode()).isEqualTo(431);
        assertThat(send(request("/", Map.of("X-Long", "x".repeat(17 * 1024)))).statusCode())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void countsABodyThatDoesNotSayHowLongItIs() throws Exception {
        var owner = new WebVisitor(node.web());
        owner.logIn(House.OWNER, House.PASSWORD);
        var key = request("/api/v1/studio/channels/%s/keys".formatted(house.channel()), Map.of())
                .header("Cookie", owner.cookies())
                .header("Origin", node.web().toString())
                .header(CsrfToken.HEADER, owner.get("/studio").csrf())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(new byte[SizeFilter.MAX_BODY_BYTES + 1])));
        assertThat(send(key).statusCode()).isEqualTo(413);
    }

    /** Where the node is not on the Fediverse there is no inbox, but the door is the same. */
    @Test
    void anInboxOfTheFediverseTakesMoreThanAFormAndAsksForNoToken() throws Exception {
        assertThat(post("/ap/inbox", SizeFilter.MAX_INBOX_BYTES)).isEqualTo(404);
        assertThat(post("/ap/g/0123456789abcdef/inbox", SizeFilter.MAX_INBOX_BYTES + 1))
                .isEqualTo(413);
        assertThat(post("/ap/inbox/elsewhere", 2)).isEqualTo(403);
        assertThat(post("/inbox", 2)).isEqualTo(403);
    }

    private int post(String path, int bytes) throws IOException, InterruptedException {
        return post(path, "application/activity+json", bytes);
    }

    private int post(String path, String type, int bytes) throws IOException, InterruptedException {
        var request = request(path, Map.of("Content-Type", type))
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[bytes]));
        return send(request).statusCode();
    }

    @Test
    void refusesAFormThatDoesNotSayHowLongItIs() {
        var head = """
                POST /login HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/x-www-form-urlencoded\r
                Transfer-Encoding: chunked\r
                \r
                0\r
                \r
                """;
        assertThat(raw(head)).startsWith("HTTP/1.1 411");
    }

    /** Reactor Netty before 1.3.8 stopped reading after a queued request that was answered at once (its issue 4361). */
    @Test
    void aConnectionIsReadOnAfterRequestsSentTogether() throws Exception {
        var slow = "GET /login HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n\r\n";
        var atOnce = "GET /nothing/here HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n\r\n";
        var last = "GET /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        try (var socket = new Socket("localhost", node.web().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((slow + atOnce).getBytes(StandardCharsets.US_ASCII));
            var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(answers.lines().anyMatch(line -> line.contains("HTTP/1.1 404")))
                    .isTrue();
            socket.getOutputStream().write(last.getBytes(StandardCharsets.US_ASCII));
            assertThat(answers.lines().anyMatch(line -> line.contains("HTTP/1.1 200")))
                    .isTrue();
        }
    }

    private String raw(String request) {
        try (var socket = new Socket("localhost", node.web().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> get(String path, Map<String, String> headers)
            throws IOException, InterruptedException {
        return send(request(path, headers));
    }

    private HttpRequest.Builder request(String path, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(node.web() + path)).header("Accept", "text/html");
        headers.forEach(request::header);
        return request;
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
