// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import live.tributary.fixtures.process.Waiting;
import live.tributary.node.kernel.OpenFiles;

import static org.assertj.core.api.Assertions.assertThat;

/** A front route below {@code /front/} and a web server behind it, on the same connections. */
final class FrontDoorTest {

    private static final Duration HEAD_TIME = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final long FILES = 1_000;

    /** More than the buffers of two sockets hold. */
    private static final long MOST_TAKEN_BYTES = 64 << 20;

    private final AtomicLong open = new AtomicLong();
    private final EchoRoute echo = new EchoRoute();
    private final FrontAnswers front = new FrontAnswers(List.of(echo));
    private final Sinks.One<String> page = Sinks.one();
    private final DisposableServer server = new FrontDoor(HEAD_TIME, front, new OpenFiles(open::get, FILES))
            .apply(HttpServer.create().host("127.0.0.1").port(0))
            .handle((request, response) -> response.sendString(page(request.uri())))
            .bindNow();

    private Publisher<String> page(String address) {
        return switch (address) {
            case "/slow" -> page.asMono();
            case "/pieces" -> Flux.just("[one,", "two,", "three]").delayElements(Duration.ofMillis(5));
            default -> Mono.just("[" + address + "]");
        };
    }

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void answersRequestsOfBothKindsInTheirOrder() throws IOException {
        try (var socket = connect()) {
            write(socket, get("/front/held") + get("/page/1") + get("/front/2") + get("/page/3"));
            echo.answerHeld("[first]");
            assertThat(answers(socket, "[/page/3]")).isEqualTo("[first][/page/1][/front/2][/page/3]");
        }
    }

    @Test
    void letsAFrontRouteWaitForAPageThatCameBefore() throws IOException {
        try (var socket = connect()) {
            write(socket, get("/slow") + get("/front/held") + get("/page/3"));
            Waiting.until("somebody who waits for the page", PATIENCE, () -> page.currentSubscriberCount() == 1);
            assertThat(echo.holdsNothing()).isTrue();
            assertThat(page.tryEmitValue("[slow]").isSuccess()).isTrue();
            echo.answerHeld("[held]");
            assertThat(answers(socket, "[/page/3]")).isEqualTo("[slow][held][/page/3]");
        }
    }

    @Test
    void waitsForTheLastPieceOfAPageThatComesInPieces() throws IOException {
        try (var socket = connect()) {
            write(socket, get("/pieces") + get("/front/2") + get("/pieces") + get("/page/4"));
            assertThat(until(socket, "[/page/4]"))
                    .containsSubsequence("[one,", "two,", "three]", "[/front/2]", "[one,", "two,", "three]")
                    .containsIgnoringCase("transfer-encoding: chunked");
        }
    }

    @Test
    void hasAnEndWithAClientThatNeverTakesItsAnswers() throws IOException {
        try (var socket = SocketChannel.open(server.address())) {
            assertThat(takenOf(socket, get("/front/1"))).isLessThan(MOST_TAKEN_BYTES);
        }
    }

    @Test
    void hasAnEndWithAClientThatAsksAndAsksWhileItsFirstRequestIsHeld() throws IOException {
        try (var socket = SocketChannel.open(server.address())) {
            write(socket.socket(), get("/page/1"));
            answers(socket.socket(), "[/page/1]");
            write(socket.socket(), get("/front/held"));
            assertThat(takenOf(socket, get("/front/2"))).isLessThan(MOST_TAKEN_BYTES);
        }
    }

    @Test
    void stopsWhenTheAnswersUnderWayAreTaken() throws Exception {
        try (var socket = connect()) {
            write(socket, get("/front/held"));
            echo.awaitHeld();
            var stopped = CompletableFuture.runAsync(front::stop);
            assertThat(stopped).isNotDone();
            echo.answerHeld("[last]");
            assertThat(toTheEnd(socket)).contains("connection: close", "[last]");
            stopped.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Test
    void stopsWithoutWaitingForAClientThatHasGone() throws Exception {
        try (var socket = connect()) {
            write(socket, get("/front/held"));
            echo.awaitHeld();
        }
        Waiting.until("its end", PATIENCE, () -> echo.clientIsGone());
        CompletableFuture.runAsync(front::stop).get(5, TimeUnit.SECONDS);
    }

    @Test
    void losesNothingOfWhatComesWhileTheFirstIsHeld() throws IOException {
        int many = 100;
        var requests =
                IntStream.range(0, many).mapToObj(i -> get("/front/" + i)).collect(Collectors.joining());
        try (var socket = connect()) {
            write(socket, get("/front/held") + requests + get("/page/last"));
            echo.answerHeld("");
            var expected = IntStream.range(0, many).mapToObj(i -> "[/front/" + i + "]");
            assertThat(answers(socket, "[/page/last]"))
                    .isEqualTo(expected.collect(Collectors.joining()) + "[/page/last]");
        }
    }

    @Test
    void noticesThatTheClientOfAHeldRequestWentAway() throws IOException {
        try (var socket = connect()) {
            write(socket, get("/front/held"));
            echo.awaitHeld();
        }
        Waiting.until("its end", PATIENCE, () -> echo.clientIsGone());
    }

    @Test
    void letsNewcomersWaitWhileHandlesRunShort() throws IOException {
        open.set(FILES - NewcomersWait.RESERVE);
        try (var last = connect()) {
            askOneAfterTheOther(last);
            try (var newcomer = connect()) {
                write(newcomer, get("/front/2"));
                askOneAfterTheOther(last);
                assertThat(newcomer.getInputStream().available()).isZero();
                open.set(0);
                assertThat(answers(newcomer, "]")).isEqualTo("[/front/2]");
            }
        }
    }

    @Test
    void closesWhereTheClientAsksForItAndIgnoresWhatComesAfter() throws IOException {
        try (var socket = connect()) {
            write(socket, "GET /front/1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n" + get("/front/2"));
            assertThat(toTheEnd(socket))
                    .contains("connection: close", "[/front/1]")
                    .doesNotContain("[/front/2]");
        }
    }

    @Test
    void keepsAnOldClientThatAsksForIt() throws IOException {
        try (var socket = connect()) {
            for (int i = 0; i < 2; i++) {
                write(socket, "GET /front/1 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
                assertThat(until(socket, "\r\n\r\n")).contains("connection: keep-alive", "[/front/1]");
            }
        }
    }

    @Test
    void takesNoBodyAndSeesToItThatNoneIsTakenForARequest() throws IOException {
        try (var socket = connect()) {
            write(socket, "POST /front/1 HTTP/1.1\r\nHost: a\r\nContent-Length: 60\r\n\r\n" + get("/front/2"));
            assertThat(toTheEnd(socket)).contains("[/front/1]").doesNotContain("[/front/2]");
        }
    }

    @Test
    void closesTheConnectionOfARequestThatCannotBeAnswered() throws IOException {
        try (var socket = connect();
                var other = connect()) {
            write(socket, get("/front/broken"));
            assertThat(toTheEnd(socket)).isEmpty();
            write(other, get("/front/1"));
            assertThat(answers(other, "]")).isEqualTo("[/front/1]");
        }
    }

    @Test
    void leavesWhatIsNoHttpToTheServer() throws IOException {
        try (var socket = connect()) {
            write(socket, "GET /front/1 HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n");
            assertThat(toTheEnd(socket)).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void givesEachHeadItsTime() throws IOException {
        try (var socket = connect()) {
            write(socket, get("/front/1"));
            until(socket, "\r\n\r\n");
            write(socket, "GET /fro");
            assertThat(toTheEnd(socket)).isEmpty();
        }
    }

    @Test
    void givesAHeldRequestMoreThanTheTimeOfAHead() throws IOException {
        try (var socket = connect();
                var slow = connect()) {
            write(socket, get("/front/held"));
            write(slow, "GET /fro");
            assertThat(toTheEnd(slow)).as("a head's time has passed").isEmpty();
            echo.answerHeld("[held]");
            assertThat(answers(socket, "]")).isEqualTo("[held]");
        }
    }

    /** How many bytes of requests a server takes from a client that reads nothing, until it takes no more or hangs up. */
    private static long takenOf(SocketChannel socket, String request) throws IOException {
        socket.configureBlocking(false);
        var requests = ByteBuffer.wrap(request.repeat(1_000).getBytes(StandardCharsets.US_ASCII));
        long taken = 0;
        try {
            for (int still = 0; still < 50 && taken < MOST_TAKEN_BYTES; still++) {
                int written = socket.write(requests.hasRemaining() ? requests : requests.rewind());
                taken += written;
                if (written > 0) {
                    still = 0;
                } else {
                    LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                }
            }
        } catch (IOException hungUp) {
            assertThat(hungUp).hasMessageMatching("Connection reset.*|Broken pipe");
        }
        return taken;
    }

    private static void askOneAfterTheOther(Socket socket) throws IOException {
        for (int i = 0; i < 3; i++) {
            write(socket, get("/page/1"));
            assertThat(answers(socket, "]")).isEqualTo("[/page/1]");
        }
    }

    private Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n";
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** What stands in brackets in all, headers and bodies, that comes up to {@code end}. */
    private static String answers(Socket socket, String end) throws IOException {
        var all = until(socket, end);
        return Pattern.compile("\\[[^]]*]")
                .matcher(all)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining());
    }

    private static String until(Socket socket, String end) throws IOException {
        var answer = new StringBuilder();
        while (answer.indexOf(end) < 0) {
            int next = socket.getInputStream().read();
            assertThat(next).as("the end of %s", answer).isNotNegative();
            answer.append((char) next);
        }
        return answer.toString();
    }

    private static String toTheEnd(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
}
