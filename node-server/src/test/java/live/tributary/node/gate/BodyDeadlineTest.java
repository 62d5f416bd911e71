// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import live.tributary.fixtures.process.Waiting;

import static org.assertj.core.api.Assertions.assertThat;

final class BodyDeadlineTest {

    private static final Duration SHORT = Duration.ofMillis(500);
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CHUNKED = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";

    private final List<List<String>> handlers = new CopyOnWriteArrayList<>();
    private @Nullable DisposableServer server;

    @AfterEach
    void stop() {
        Objects.requireNonNull(server).disposeNow();
    }

    private void serve(Duration betweenReads, Duration whole) {
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .childObserve(BodyDeadline.observer(betweenReads, whole))
                .handle((request, response) -> {
                    request.withConnection(connection ->
                            handlers.add(connection.channel().pipeline().names()));
                    return response.sendString(
                            request.receive().aggregate().asString().switchIfEmpty(Mono.just("none")));
                })
                .bindNow();
    }

    @Test
    void aBodyThatStopsIsNotWaitedFor() throws IOException {
        serve(SHORT, NEVER);
        try (var socket = connect()) {
            send(socket, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhello");
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aBodyThatTricklesIsNotWaitedForEither() throws IOException {
        serve(NEVER, SHORT);
        try (var socket = connect()) {
            send(socket, CHUNKED);
            Waiting.until("the end of it", PATIENCE, () -> !takes(socket, "1\r\na\r\n"));
        }
    }

    @Test
    void aBodyThatIsLongOnItsWayIsWaitedForWhileItComes() throws IOException {
        serve(SHORT, NEVER);
        try (var socket = connect()) {
            send(socket, CHUNKED);
            var began = System.nanoTime();
            Waiting.until("more than one silence would last", PATIENCE, () -> {
                assertThat(takes(socket, "1\r\na\r\n")).isTrue();
                return System.nanoTime() - began > 2 * SHORT.toNanos();
            });
            send(socket, "3\r\nend\r\n0\r\n\r\n");
            assertThat(answer(socket, "end")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aBodyThatStopsLaterIsNotWaitedForEither() throws IOException {
        serve(SHORT, NEVER);
        try (var socket = connect()) {
            send(socket, CHUNKED);
            var began = System.nanoTime();
            Waiting.until("half a silence", PATIENCE, () -> {
                assertThat(takes(socket, "1\r\na\r\n")).isTrue();
                return System.nanoTime() - began > SHORT.toNanos() / 2;
            });
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aBodyThatComesIsAnsweredAndTheNextOneToo() throws IOException {
        serve(SHORT, NEVER);
        try (var socket = connect()) {
            for (int i = 0; i < 3; i++) {
                send(socket, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe");
                send(socket, "llo");
                assertThat(answer(socket, "hello")).startsWith("HTTP/1.1 200");
            }
        }
        assertThat(handlers).hasSize(3).allMatch(names -> names.contains("tributary.bodyDeadline"));
    }

    @Test
    void aConnectionWhoseBodyCameMayRest() throws IOException {
        serve(SHORT, SHORT);
        try (var resting = connect();
                var stopping = connect()) {
            send(resting, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello");
            assertThat(answer(resting, "hello")).startsWith("HTTP/1.1 200");
            // When this one is closed, the other would be, too.
            send(stopping, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhello");
            assertThat(stopping.getInputStream().read()).isEqualTo(-1);

            send(resting, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(answer(resting, "none")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aRequestWithoutOneCostsNothing() throws IOException {
        serve(SHORT, SHORT);
        try (var socket = connect()) {
            send(socket, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(answer(socket, "none")).startsWith("HTTP/1.1 200");
        }
        assertThat(handlers).hasSize(1).noneMatch(names -> names.contains("tributary.bodyDeadline"));
    }

    private Socket connect() throws IOException {
        var socket = new Socket(
                InetAddress.getLoopbackAddress(), Objects.requireNonNull(server).port());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static boolean takes(Socket socket, String text) {
        try {
            send(socket, text);
            return socket.getInputStream().available() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    private static String answer(Socket socket, String end) throws IOException {
        var answer = new StringBuilder();
        while (answer.indexOf(end) < 0) {
            int next = socket.getInputStream().read();
            assertThat(next).as("closed after: " + answer).isNotNegative();
            answer.append((char) next);
        }
        return answer.toString();
    }
}
