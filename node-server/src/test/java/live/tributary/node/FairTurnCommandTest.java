// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.node.fairturn.Any;
import live.tributary.node.fairturn.DayKey;
import live.tributary.node.fairturn.Draw;
import live.tributary.node.fairturn.Filter;
import live.tributary.node.fairturn.Nonce;
import live.tributary.node.recount.Receipt;
import live.tributary.node.recount.SignedDocument;
import live.tributary.node.recount.SnapshotJson;

import static org.assertj.core.api.Assertions.assertThat;

final class FairTurnCommandTest {

    private static final Nonce NONCE = new Nonce("5a".repeat(16));

    @TempDir
    private Path folder;

    private final Any any = new Any(7);
    private final DayKey key = any.key();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

    private String publicKey = "";

    @BeforeEach
    void publish() throws Exception {
        var keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var snapshot = any.snapshot(40, key);
        var document = SignedDocument.sign(SnapshotJson.write(snapshot), keys);
        var cards = new Draw(snapshot, Filter.NONE, key.seed(NONCE, snapshot.minute())).page(1);
        var receipt = Receipt.of(document, snapshot.minute(), NONCE, Filter.NONE, 1, cards);
        publicKey = document.key();
        write("snapshots/2026-11-22T19:04Z", document.write());
        write("receipt", SignedDocument.sign(receipt.write(), keys).write());
        write("keys/2026-11-22", "{\"day\":\"2026-11-22\",\"key\":\"%s\"}".formatted(key.hex()));
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private int run(String... arguments) {
        return FairTurnCommand.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(complaints, true, StandardCharsets.UTF_8));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void drawsAPageAgainFromFiles() {
        assertThat(run("verify", file("snapshots/2026-11-22T19:04Z"), NONCE.hex(), file("receipt"), key.hex()))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Snapshot of 2026-11-22T19:04Z, signed with the key " + publicKey)
                .contains("The page agrees: 24 cards");
    }

    @Test
    void saysWhereAPageDiffers() {
        assertThat(run(
                        "verify",
                        file("snapshots/2026-11-22T19:04Z"),
                        NONCE.hex(),
                        file("receipt"),
                        any.key().hex()))
                .isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("not the one that the snapshot promised");
    }

    @Test
    void findsTheKeyBesideTheSnapshotOfADirectory() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/directory/", exchange -> {
            var name = exchange.getRequestURI().getPath().replace("/directory/", "");
            byte[] bytes = Files.readAllBytes(folder.resolve(name));
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            var directory = "http://127.0.0.1:%d/directory/"
                    .formatted(server.getAddress().getPort());
            assertThat(run("verify", directory + "snapshots/2026-11-22T19:04Z", NONCE.hex(), directory + "receipt"))
                    .isZero();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void saysWhatItCannotRead() throws IOException {
        assertThat(run("verify", file("nothing"), NONCE.hex(), file("receipt"))).isEqualTo(2);
        assertThat(run("verify", file("snapshots/2026-11-22T19:04Z"), NONCE.hex(), file("receipt")))
                .isEqualTo(2);
        assertThat(run("verify", file("snapshots/2026-11-22T19:04Z"), "short", file("receipt"), key.hex()))
                .isEqualTo(2);
        write("broken", "{");
        assertThat(run("verify", file("broken"), NONCE.hex(), file("receipt"), key.hex()))
                .isEqualTo(2);
        assertThat(run("draw")).isEqualTo(2);
        assertThat(complaints.toString(StandardCharsets.UTF_8).lines())
                .hasSizeGreaterThanOrEqualTo(5)
                .anyMatch(line -> line.startsWith("Cannot read"))
                .anyMatch(line -> line.startsWith("Name the key of 2026-11-22"))
                .anyMatch(line -> line.startsWith("The nonce has"))
                .anyMatch(line -> line.startsWith("This is not JSON"))
                .anyMatch(line -> line.contains("SNAPSHOT NONCE PAGE"));
    }
}
