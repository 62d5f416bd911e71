// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.RunningNode;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.kernel.Secret;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests that no browser sends, byte for byte. */
@ExtendWith({PostgresExtension.class, OutputCaptureExtension.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileRequestsTest {

    private static final int PATIENCE_MILLISECONDS = 20_000;

    private final TestDatabase database;
    private final RunningNode node;

    HostileRequestsTest(TestDatabase database) {
        this.database = database;
        node = RunningNode.start(database, "tributary.gate.request-head-time=1s");
        House.on(node);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    static Stream<String> hostileFields() {
        return Stream.of(
                "Content-Type: nonsense",
                "Content-Type: ",
                "Content-Type: text/html; charset=no-such-charset",
                "Content-Type: application/x-www-form-urlencoded; charset=%",
                "Content-Type: application/x-www-form-urlencoded; charset=utf-16\r\nContent-Length: 3",
                "Content-Type: multipart/form-data\r\nContent-Length: 0",
                "Content-Type: application/json; charset=utf-32\r\nContent-Length: 2",
                "Content-Type: */*\r\nContent-Length: 0",
                "Accept: nonsense",
                "Accept: text/html;q=2",
                "Accept: /, text/html",
                "Accept: text/html; charset=\"",
                "Accept-Language: ????;q=x",
                "Accept-Encoding: ;;;q=9",
                "Content-Length: -1",
                "Content-Length: 99999999999999999999",
                "Origin: ://",
                "Origin: http://[",
                "Sec-Fetch-Site: \u0001",
                "Cookie: tributary=%00; tributary=; =; ;;",
                "Range: bytes=9-1,x",
                "If-None-Match: \"",
                "If-Modified-Since: yesterday",
                "X-Forwarded-For: 300.1.1.1, ::::",
                "X-Forwarded-Host: [::\r\nX-Forwarded-Proto: gopher",
                "X-Forwarded-Host: a b:99999",
                "X-CSRF-Token: \u00ff");
    }

    @ParameterizedTest
    @MethodSource("hostileFields")
    void noHeaderBreaksTheNode(String field) throws IOException {
        for (var target : List.of("/", "/login", "/assets/none.js", "/api/v1/live", "/setup/obs-profile.zip")) {
            for (var method : List.of("GET", "POST", "OPTIONS")) {
                assertThat(status(method + " " + target, field))
                        .as(method + " " + target)
                        .isBetween(200, 499);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("hostileTargets")
    void noAddressBreaksTheNode(String target) throws IOException {
        assertThat(status("GET " + target, "Accept: text/html")).isBetween(200, 499);
        assertThat(status("POST " + target, "Content-Length: 0")).isBetween(200, 499);
    }

    static Stream<String> hostileTargets() {
        return Stream.of(
                "/%",
                "/%zz",
                "/%00",
                "/brand.css?v=%zz",
                "/login?%=%",
                "/@%ff/x",
                "/@a;b=c/%2e%2e",
                "/assets/%2e%2e/%2e%2e/application.yaml",
                "/claim/%0d%0a",
                "//login",
                "/login/" + "a".repeat(4_000));
    }

    @Test
    void aMalformedTypeIsAProblemThatSaysSo() throws IOException {
        assertThat(status("POST /login", "Content-Type: nonsense\r\nContent-Length: 0"))
                .isEqualTo(415);
        assertThat(status("GET /nothing", "Accept: nonsense")).isBetween(400, 499);
    }

    @Test
    void aFormThatCannotBeDecodedIsRefused() throws IOException {
        var form = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 11\r\n\r\n_csrf=%zz%&";
        try (var socket = connect()) {
            send(socket, "POST /login HTTP/1.1\r\nHost: localhost\r\nOrigin: " + node.web() + "\r\n" + form);
            assertThat(statusLine(socket)).matches("HTTP/1.1 4\\d\\d");
        }
    }

    @Test
    void aHeadThatDoesNotComeToItsEndIsNotWaitedFor() throws IOException {
        try (var socket = connect()) {
            send(socket, "GET / HTTP/1.1\r\nHost: local");
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void theHeadOfALaterRequestIsNotWaitedForEither() throws IOException {
        try (var socket = connect()) {
            send(socket, "GET /favicon.svg HTTP/1.1\r\nHost: localhost\r\n\r\n");
            var answer = new StringBuilder();
            while (answer.indexOf("</svg>\n") < 0) {
                answer.append((char) socket.getInputStream().read());
            }
            send(socket, "GET / HTTP/1.1\r\nHost:");
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void theLogNeverHoldsATokenOfALink(CapturedOutput log) throws IOException {
        var token = Secret.random().value();
        database.client()
                .sql("ALTER TABLE accounts.login_link RENAME TO hidden")
                .update();
        try {
            assertThat(status("GET /login/" + token, "Accept: text/html")).isEqualTo(500);
        } finally {
            database.client()
                    .sql("ALTER TABLE accounts.hidden RENAME TO login_link")
                    .update();
        }
        assertThat(log.getAll()).contains("GET /login/{token} failed").doesNotContain(token);
    }

    private int status(String target, String field) throws IOException {
        try (var socket = connect()) {
            send(socket, target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + field + "\r\n\r\n");
            return Integer.parseInt(statusLine(socket).replaceFirst("HTTP/1.[01] ", ""));
        }
    }

    private Socket connect() throws IOException {
        var socket = new Socket("localhost", node.web().getPort());
        socket.setSoTimeout(PATIENCE_MILLISECONDS);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static String statusLine(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }
}
