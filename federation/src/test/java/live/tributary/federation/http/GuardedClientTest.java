// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.federation.http.Outcome.Answered;
import live.tributary.federation.http.Outcome.Refused;
import live.tributary.federation.signature.HttpRequest;
import live.tributary.fixtures.process.Waiting;

import static org.assertj.core.api.Assertions.assertThat;

class GuardedClientTest {

    private static final String JSON = "application/activity+json";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final StrangersServer server = StrangersServer.start();
    private final GuardedClient client = GuardedClient.open(
            new ClientOptions("Tributary/1 (+https://node.example/)", AddressGuard.testLoopback()), new FakeNames());
    private final Budget budget = Budget.ofOneActivity();

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void fetchesADocumentAndSaysWhoAsks() {
        server.document("/ap/p/ana?x=%40", JSON, "{\"id\":1}");

        var answer = answered(get(server.at("/ap/p/ana?x=%40#main-key"), RequestSigner.UNSIGNED));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.from().isLoopbackAddress()).isTrue();
        assertThat(answer.body()).asString().isEqualTo("{\"id\":1}");
        assertThat(answer.address()).isEqualTo(server.at("/ap/p/ana?x=%40"));
        assertThat(answer.headers().combined("Content-Type")).contains(JSON);
        var request = server.requests().getFirst();
        assertThat(request.target()).isEqualTo("/ap/p/ana?x=%40");
        assertThat(request.header("User-agent")).isEqualTo("Tributary/1 (+https://node.example/)");
        assertThat(request.header("Host")).isEqualTo(server.authority());
        assertThat(request.header("Accept")).isEqualTo(JSON);
    }

    @Test
    void followsThreeRedirectsAndSignsEachHopByItself() {
        server.redirect("/1", 301, "/2")
                .redirect("/2", 307, server.at("/3").toString())
                .redirect("/3", 308, "4")
                .document("/4", JSON, "{}");
        var signed = new ArrayList<String>();

        var answer = answered(get(server.at("/1"), request -> {
            signed.add(request.target());
            return request.with("Signature", "of " + request.target());
        }));

        assertThat(answer.address()).isEqualTo(server.at("/4"));
        assertThat(signed).containsExactly("/1", "/2", "/3", "/4");
        assertThat(server.requests())
                .extracting(request -> request.header("Signature"))
                .containsExactly("of /1", "of /2", "of /3", "of /4");
    }

    @Test
    void givesUpAtTheFourthRedirect() {
        server.redirect("/around", 302, "/around");

        assertThat(get(server.at("/around"), RequestSigner.UNSIGNED))
                .isEqualTo(new Refused(server.at("/around"), Refusal.TOO_MANY_REDIRECTS));
        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void doesNotLeaveTheServerOfAKey() {
        try (var other = StrangersServer.start()) {
            server.redirect("/key", 302, other.at("/key").toString());

            var outcome = client.get(
                    new Get(server.at("/key"), JSON, RequestSigner.UNSIGNED, Redirects.WITHIN_THE_SERVER), budget);

            assertThat(outcome).isEqualTo(new Refused(server.at("/key"), Refusal.REDIRECT_TO_ANOTHER_SERVER));
            assertThat(other.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 304, 400, 404, 410, 500})
    void anErrorIsAnAnswer(int status) {
        server.status("/", status);

        assertThat(answered(get(server.at("/"), RequestSigner.UNSIGNED)).status())
                .isEqualTo(status);
    }

    @Test
    void deliversWithAFreshSignature() {
        server.status("/inbox", 202);
        var body = "{\"type\":\"Follow\"}".getBytes(StandardCharsets.UTF_8);

        var answer = answered(client.post(new Post(
                server.at("/inbox"), JSON, body, request -> request.with("Digest", "of " + request.body().length))));

        assertThat(answer.successful()).isTrue();
        var request = server.requests().getFirst();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.body()).isEqualTo("{\"type\":\"Follow\"}");
        assertThat(request.header("Content-type")).isEqualTo(JSON);
        assertThat(request.header("Content-length")).isEqualTo("17");
        assertThat(request.header("Digest")).isEqualTo("of 17");
    }

    @Test
    void neverFollowsARedirectOfADelivery() {
        server.redirect("/inbox", 307, "/elsewhere");

        var answer = answered(client.post(new Post(server.at("/inbox"), JSON, new byte[] {1}, RequestSigner.UNSIGNED)));

        assertThat(answer.status()).isEqualTo(307);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void readsTheBeginningOfALongReply() {
        server.document("/inbox", "text/plain", "x".repeat(100_000));

        var answer = answered(client.post(new Post(server.at("/inbox"), JSON, new byte[] {1}, RequestSigner.UNSIGNED)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).hasSize(64 * 1024);
    }

    @Test
    void readsTheBeginningOfSomethingAndNoMoreWhateverTheServerSends() {
        server.on("/part", exchange -> {
            exchange.sendResponseHeaders(206, 100);
            exchange.getResponseBody().write(new byte[100]);
        });
        server.on("/all", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[1_000_000]);
        });
        for (var target : List.of("/part", "/all")) {
            var get = new Get(server.at(target), "*/*", RequestSigner.UNSIGNED, Redirects.TO_ANYWHERE, 100);
            assertThat(client.beginning(get, Budget.ofOneActivity()))
                    .isInstanceOfSatisfying(
                            Outcome.Answered.class,
                            answer -> assertThat(answer.body()).hasSize(100));
        }
        assertThat(server.requests()).allSatisfy(request -> {
            assertThat(request.header("Range")).isEqualTo("bytes=0-99");
            assertThat(request.header("Accept-encoding")).isEqualTo("identity");
        });
    }

    @Test
    void aSignerCannotSendItElsewhere() {
        server.document("/asked", JSON, "{}");

        get(
                server.at("/asked"),
                request -> HttpRequest.to("DELETE", server.at("/other"), request.headers(), new byte[] {1}));

        assertThat(server.requests())
                .extracting(StrangersServer.Request::target)
                .containsExactly("/asked");
        assertThat(server.requests().getFirst().method()).isEqualTo("GET");
    }

    @Test
    void twentyFetchesAreEnoughForOneActivity() {
        server.document("/", JSON, "{}");

        IntStream.range(0, 20).forEach(_ -> answered(get(server.at("/"), RequestSigner.UNSIGNED)));

        assertThat(get(server.at("/"), RequestSigner.UNSIGNED))
                .isEqualTo(new Refused(server.at("/"), Refusal.BUDGET_SPENT));
        assertThat(server.requests()).hasSize(20);
    }

    @Test
    void redirectsAreTakenFromTheBudget() {
        server.redirect("/from", 302, "/to").document("/to", JSON, "{}");

        IntStream.range(0, 10).forEach(_ -> answered(get(server.at("/from"), RequestSigner.UNSIGNED)));

        assertThat(get(server.at("/to"), RequestSigner.UNSIGNED))
                .isEqualTo(new Refused(server.at("/to"), Refusal.BUDGET_SPENT));
    }

    @Test
    void goesNowhereThatHasBeenAskedEnough() {
        server.redirect("/from", 302, "/to").document("/to", JSON, "{}");
        var get = new Get(server.at("/from"), JSON, RequestSigner.UNSIGNED, Redirects.TO_ANYWHERE, 1_000);

        assertThat(client.get(get, Budget.ofOneName(at -> at.getPath().equals("/from"))))
                .isEqualTo(new Refused(server.at("/to"), Refusal.BUDGET_SPENT));
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void hasFourConnectionsToAHostAtMost() throws InterruptedException {
        var open = new AtomicInteger();
        var most = new AtomicInteger();
        var end = new CountDownLatch(1);
        server.on("/", exchange -> {
            most.accumulateAndGet(open.incrementAndGet(), Math::max);
            awaitQuietly(end);
            open.decrementAndGet();
            exchange.sendResponseHeaders(204, -1);
        });
        var outcomes = new ConcurrentLinkedQueue<Outcome>();
        var threads = IntStream.range(0, 16)
                .mapToObj(_ ->
                        Thread.ofVirtual().start(() -> outcomes.add(get(server.at("/"), RequestSigner.UNSIGNED))))
                .toList();

        Waiting.until("four have arrived", PATIENCE, () -> open.get() >= 4);
        Waiting.until(
                "all others wait",
                PATIENCE,
                () -> threads.stream()
                        .allMatch(thread -> thread.getState() == Thread.State.WAITING
                                || thread.getState() == Thread.State.TIMED_WAITING));
        assertThat(open).hasValue(4);
        end.countDown();
        for (var thread : threads) {
            thread.join();
        }

        assertThat(outcomes).hasSize(16).allMatch(Answered.class::isInstance);
        assertThat(most).hasValue(4);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Outcome get(URI address, RequestSigner signer) {
        return client.get(new Get(address, JSON, signer, Redirects.TO_ANYWHERE), budget);
    }

    private static Answered answered(Outcome outcome) {
        assertThat(outcome).as(outcome.words()).isInstanceOf(Answered.class);
        return (Answered) outcome;
    }
}
