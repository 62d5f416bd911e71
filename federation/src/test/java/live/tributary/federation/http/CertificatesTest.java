// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.federation.http.Outcome.Answered;
import live.tributary.federation.http.Outcome.Broken;
import live.tributary.federation.http.Outcome.TimedOut;

import static org.assertj.core.api.Assertions.assertThat;

class CertificatesTest {

    @TempDir
    Path folder;

    @Test
    void believesACertificateOnlyForItsNameAndOnlyFromThoseItTrusts() throws IOException {
        var certificate = TestCertificate.of("node.example", folder);
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
        server.createContext("/", exchange -> exchange.sendResponseHeaders(204, -1));
        server.start();
        int port = server.getAddress().getPort();
        var trusting = new ClientOptions("test", AddressGuard.testLoopback(), Limits.DEFAULT, certificate.trust());
        var strange = new ClientOptions("test", AddressGuard.testLoopback());

        assertThat(get(trusting, at("node.example", port))).isInstanceOf(Answered.class);
        assertThat(get(trusting, at("other.example", port)))
                .isEqualTo(new Broken(at("other.example", port), Breakage.NO_TRUST));
        assertThat(get(strange, at("node.example", port)))
                .isEqualTo(new Broken(at("node.example", port), Breakage.NO_TRUST));
        server.stop(0);
    }

    @Test
    void givesUpOnAServerThatNeverEncrypts() throws IOException {
        var end = new CountDownLatch(1);
        var tls = Duration.ofMillis(300);
        var limits = new Limits(Duration.ofSeconds(5), tls, Duration.ofSeconds(10), 4, 1000, 1000, 20);
        var options = new ClientOptions("test", AddressGuard.testLoopback());
        var hurried = new ClientOptions("test", AddressGuard.testLoopback(), limits, options.trust());
        try (var silent = RawServer.start(_ -> await(end))) {
            var address = at("node.example", silent.port());

            assertThat(get(hurried, address)).isEqualTo(new TimedOut(address, tls));
        }
        end.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static URI at(String host, int port) {
        return URI.create("https://%s:%d/".formatted(host, port));
    }

    private static Outcome get(ClientOptions options, URI address) {
        var names = new FakeNames().then("node.example", "127.0.0.1").then("other.example", "127.0.0.1");
        try (var client = GuardedClient.open(options, names)) {
            var get = new Get(address, "text/plain", RequestSigner.UNSIGNED, Redirects.TO_ANYWHERE);
            return client.get(get, Budget.ofOneActivity());
        }
    }
}
