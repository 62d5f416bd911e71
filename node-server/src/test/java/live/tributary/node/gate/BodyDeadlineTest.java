// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import live.tributary.fixtures.process.Waiting;

import static org.assertj.core.api.Assertions.assertThat;

final class BodyDeadlineTest {

    private static final Duration BETWEEN_READS = Duration.ofMillis(500);
    private static final Duration WHOLE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<List<String>> handlers = new ArrayList<>();
    private final DisposableServer server = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .childObserve(BodyDeadline.observer(BETWEEN_READS, WHOLE))
            .handle((request, response) -> {
                request.withConnection(connection ->
                        handlers.add(connection.channel().pipeline().names()));
                return response.sendString(
                        request.receive().aggregate().asString().switchIfEmpty(Mono.just("none")));
            })
            .bindNow();

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void aBodyThatStopsIsNotWaitedFor() throws IOException {
        try (var socket = connect()) {
            send(socket, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhello");
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aBodyThatTricklesIsNotWaitedForEither() throws IOException {
        try (var socket = connect()) {
            send(socket, "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
            Waiting.until("the end of it", PATIENCE, () -> !takes(socket, "1\r\na\r\n"));
        }
    }

    @Test
    void aBodyThatComesIsAnsweredAndTheNextOneToo() throws IOException {
        try (var socket = connect()) {
            for (int i = 0; i < 3; i++) {
                send(socket, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe");
                send(socket, "llo");
                assertThat(answer(socket, "hello")).startsWith("HTTP/1.1 200");
            }
        }
        assertThat(handlers).allMatch(names -> names.contains("tributary.bodyDeadline"));
    }

    @Test
    void aRequestWithoutOneCostsNothing() throws IOException {
        try (var socket = connect()) {
            send(socket, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(answer(socket, "none")).startsWith("HTTP/1.1 200");
        }
        assertThat(handlers).noneMatch(names -> names.contains("tributary.bodyDeadline"));
    }

    private Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
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
            answer.append((char) socket.getInputStream().read());
        }
        return answer.toString();
    }
}
