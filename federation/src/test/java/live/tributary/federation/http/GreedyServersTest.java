// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.TrustManagerFactory;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import live.tributary.federation.http.Outcome.Answered;
import live.tributary.federation.http.Outcome.Broken;
import live.tributary.federation.http.Outcome.TimedOut;
import live.tributary.federation.http.Outcome.TooLarge;
import live.tributary.federation.http.RawServer.Behaviour;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What servers may do to cost us time or memory. */
class GreedyServersTest {

    private static final Duration SHORT = Duration.ofMillis(400);

    private static final int MOST_BYTES = 100_000;

    private final StrangersServer server = StrangersServer.start();
    private final CountDownLatch end = new CountDownLatch(1);
    private final GuardedClient patient =
            GuardedClient.open(new ClientOptions("test", AddressGuard.testLoopback()), new FakeNames());
    private final GuardedClient impatient = GuardedClient.open(
            new ClientOptions("test", AddressGuard.testLoopback(), shortTimes(), usualTrust()), new FakeNames());

    @AfterEach
    void close() {
        end.countDown();
        patient.close();
        impatient.close();
        server.close();
    }

    @Test
    void givesUpOnASilentServer() throws IOException {
        withServer(
                _ -> await(end),
                address -> assertThat(get(impatient, address)).isEqualTo(new TimedOut(address, SHORT)));
    }

    @Test
    void givesUpOnABodyThatDrips() throws IOException {
        Behaviour drip = answer -> {
            answer.write(RawServer.ascii("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n"));
            while (end.getCount() > 0) {
                answer.write('.');
                answer.flush();
                awaitOneDrop();
            }
        };

        withServer(drip, address -> assertThat(get(impatient, address)).isEqualTo(new TimedOut(address, SHORT)));
    }

    @Test
    void givesUpOnARedirectThatLeadsToSilence() throws IOException {
        withServer(_ -> await(end), silent -> {
            server.redirect("/", 302, silent.toString());

            assertThat(get(impatient, server.at("/"))).isEqualTo(new TimedOut(silent, SHORT));
        });
    }

    @Test
    void takesAsMuchAsIsAllowedAndNoByteMore() {
        server.document("/most", "text/plain", "x".repeat(MOST_BYTES))
                .document("/more", "text/plain", "x".repeat(MOST_BYTES + 1));

        assertThat(body(get(patient, server.at("/most")))).hasSize(MOST_BYTES);
        assertThat(get(patient, server.at("/more"))).isEqualTo(new TooLarge(server.at("/more"), MOST_BYTES));
    }

    @Test
    void countsWhatComesAndNotWhatWasPromised() throws IOException {
        withServer(
                endless("Transfer-Encoding: chunked\r\n", "1000\r\n" + "x".repeat(0x1000) + "\r\n"),
                address -> assertThat(get(patient, address)).isEqualTo(new TooLarge(address, MOST_BYTES)));
    }

    @Test
    void stopsReadingABodyWithoutAnEnd() throws IOException {
        withServer(
                endless("Connection: close\r\n", "x".repeat(10_000)),
                address -> assertThat(get(patient, address)).isEqualTo(new TooLarge(address, MOST_BYTES)));
    }

    @Test
    void stopsReadingHeaderFieldsWithoutAnEnd() throws IOException {
        withServer(
                endless("X: y\r\n", "X: y\r\n".repeat(1000)),
                address -> assertThat(get(patient, address)).isInstanceOf(Broken.class));
    }

    private static Behaviour endless(String fields, String piece) {
        return answer -> {
            var head = "HTTP/1.1 200 OK\r\n" + fields;
            answer.write(RawServer.ascii(piece.startsWith("X:") ? head : head + "\r\n"));
            while (true) {
                answer.write(RawServer.ascii(piece));
            }
        };
    }

    @Test
    void unpacksWhatIsPackedHonestly() throws IOException {
        packed("/", "{\"id\":\"https://node.example/ap/p/ana\"}".getBytes(UTF_8));

        assertThat(body(get(patient, server.at("/")))).asString().contains("/ap/p/ana");
        assertThat(server.requests().getFirst().header("Accept-encoding")).isEqualTo("gzip");
    }

    @Test
    void refusesWhatIsPackedMoreThanTwentyfold() throws IOException {
        byte[] zeros = new byte[90_000];

        packed("/", zeros);

        assertThat(get(patient, server.at("/"))).isInstanceOf(TooLarge.class);
    }

    @Test
    void refusesMoreThanIsAllowedAfterUnpacking() throws IOException {
        var text = new StringBuilder();
        for (int number = 0; text.length() <= MOST_BYTES; number++) {
            text.append(Integer.toHexString(number * 0x9E3779B1));
        }

        packed("/", text.toString().getBytes(UTF_8));

        assertThat(get(patient, server.at("/"))).isEqualTo(new TooLarge(server.at("/"), MOST_BYTES));
    }

    @Test
    void refusesAPackingThatItDidNotAskFor() {
        encoded("/", "br", "not text".getBytes(US_ASCII));
        encoded("/no-gzip", "gzip", "not gzip".getBytes(US_ASCII));

        assertThat(get(patient, server.at("/"))).isEqualTo(new Broken(server.at("/"), Breakage.GARBLED));
        assertThat(get(patient, server.at("/no-gzip"))).isEqualTo(new Broken(server.at("/no-gzip"), Breakage.GARBLED));
    }

    @Test
    void saysThatAnAnswerBrokeOff() throws IOException {
        Behaviour half = answer -> answer.write(RawServer.ascii("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"));

        withServer(
                half, address -> assertThat(get(patient, address)).isEqualTo(new Broken(address, Breakage.BROKEN_OFF)));
    }

    @Test
    void saysThatWhatCameIsNotHttp() throws IOException {
        withServer(
                answer -> answer.write(RawServer.ascii("220 mail.example ESMTP\r\n")),
                address -> assertThat(get(patient, address)).isInstanceOf(Broken.class));
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        URI address;
        try (var free = new ServerSocket(0)) {
            address = URI.create("http://127.0.0.1:%d/".formatted(free.getLocalPort()));
        }

        assertThat(get(patient, address)).isEqualTo(new Broken(address, Breakage.NO_CONNECTION));
    }

    private void packed(String target, byte[] body) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        }
        encoded(target, "gzip", packed.toByteArray());
    }

    private void encoded(String target, String encoding, byte[] body) {
        server.on(target, exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", encoding);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        });
    }

    /** What a test does with a server that is there for it alone. */
    @FunctionalInterface
    private interface Visit {
        void to(URI address) throws IOException;
    }

    private void withServer(Behaviour behaviour, Visit visit) throws IOException {
        try (var raw = RawServer.start(behaviour)) {
            visit.to(raw.at("/"));
        }
    }

    private static Outcome get(GuardedClient client, URI address) {
        var get = new Get(address, "text/plain", RequestSigner.UNSIGNED, Redirects.TO_ANYWHERE, MOST_BYTES);
        return client.get(get, Budget.ofOneActivity());
    }

    private static byte[] body(Outcome outcome) {
        assertThat(outcome).as(outcome.words()).isInstanceOf(Answered.class);
        return ((Answered) outcome).body();
    }

    private static Limits shortTimes() {
        var usual = Limits.DEFAULT;
        return new Limits(
                SHORT,
                SHORT,
                SHORT,
                usual.connectionsPerHost(),
                usual.documentBytes(),
                usual.replyBytes(),
                usual.gzipRatio());
    }

    private static TrustManagerFactory usualTrust() {
        return new ClientOptions("test", AddressGuard.testLoopback()).trust();
    }

    private void awaitOneDrop() {
        try {
            end.await(20, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
