// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLContext;

import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;
import reactor.netty.tcp.SslProvider;

import live.tributary.fixtures.process.Waiting;
import live.tributary.node.kernel.OpenFiles;

import static org.assertj.core.api.Assertions.assertThat;

/** The same door where connections are encrypted, and many requests share one. */
final class FrontDoorTlsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final EchoRoute echo = new EchoRoute();
    private final DisposableServer server = new FrontDoor(
                    PATIENCE, new FrontAnswers(List.of(echo)), new OpenFiles(() -> 0, 1_000))
            .apply(HttpServer.create()
                    .host("127.0.0.1")
                    .port(0)
                    .protocol(HttpProtocol.H2, HttpProtocol.HTTP11)
                    .secure(spec -> spec.sslContext((SslProvider.GenericSslContextSpec<?>)
                            Http2SslContextSpec.forServer(pem("certificate.pem"), pem("key.pem")))))
            .handle((request, response) -> response.sendString(Mono.just("[" + request.uri() + "]")))
            .bindNow();

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @ParameterizedTest
    @EnumSource
    void answersInBothVersionsOfHttp(HttpClient.Version version) throws Exception {
        try (var client = client(version)) {
            for (var path : List.of("/front/1", "/page/2", "/front/3", "/front/4")) {
                var answer = client.send(get(path), HttpResponse.BodyHandlers.ofString());
                assertThat(text(answer)).isEqualTo("[" + path + "]");
                assertThat(answer.version()).isEqualTo(version);
            }
        }
    }

    @Test
    void noticesThatAHeldRequestIsTakenBackAndGoesOnWithTheOthersOfItsConnection() throws Exception {
        try (var client = client(HttpClient.Version.HTTP_2)) {
            client.send(get("/front/1"), HttpResponse.BodyHandlers.ofString());
            var held = client.sendAsync(get("/front/held"), HttpResponse.BodyHandlers.ofString());
            echo.awaitHeld();
            assertThat(held.cancel(true)).isTrue();
            Waiting.until("its end", PATIENCE, echo::clientIsGone);
            echo.answerHeld("[nobody hears it]");
            var next = client.send(get("/front/2"), HttpResponse.BodyHandlers.ofString());
            assertThat(text(next)).isEqualTo("[/front/2]");
        }
    }

    private static String text(HttpResponse<String> answer) {
        return answer.headers().firstValue(EchoRoute.ANSWER).orElse(answer.body());
    }

    private HttpRequest get(String path) {
        return request(path).build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + path))
                .timeout(PATIENCE);
    }

    private static HttpClient client(HttpClient.Version version) throws GeneralSecurityException {
        return HttpClient.newBuilder().sslContext(trusting()).version(version).build();
    }

    private static SSLContext trusting() throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, InsecureTrustManagerFactory.INSTANCE.getTrustManagers(), null);
        return context;
    }

    private static InputStream pem(String name) {
        return Objects.requireNonNull(FrontDoorTlsTest.class.getResourceAsStream(name));
    }
}
