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
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.node.fairturn.Any;
import live.tributary.node.fairturn.DayKey;
import live.tributary.node.fairturn.Draw;
import live.tributary.node.fairturn.Filter;
import live.tributary.node.fairturn.Hash;
import live.tributary.node.fairturn.Minute;
import live.tributary.node.fairturn.Nonce;
import live.tributary.node.fairturn.Snapshot;
import live.tributary.node.recount.KeyPromise;
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

    private final KeyPair keys;

    private String publicKey = "";

    FairTurnCommandTest() throws Exception {
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    @BeforeEach
    void publish() throws IOException {
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

    private String snapshot() {
        return file("snapshots/2026-11-22T19:04Z");
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8) + complaints.toString(StandardCharsets.UTF_8);
    }

    @Test
    void saysWhereAPageDiffers() throws IOException {
        var receipt = SignedDocument.read(Files.readAllBytes(folder.resolve("receipt")));
        var content = new String(receipt.content(), StandardCharsets.UTF_8).replaceFirst("\\[\"[0-9a-f]+\",", "[");
        write(
                "wrong",
                SignedDocument.sign(content.getBytes(StandardCharsets.UTF_8), keys)
                        .write());

        assertThat(run("verify", snapshot(), NONCE.hex(), file("wrong"), key.hex()))
                .isEqualTo(1);
        assertThat(said()).contains("The page has 23 cards, and the draw gives 24.");
    }

    /** 1 would accuse somebody. */
    @Test
    void accusesNobodyForAMistypedKeyOrNonce() throws IOException {
        write("keys/other", "{\"day\":\"2026-11-23\",\"key\":\"%s\"}".formatted(key.hex()));
        var other = any.key().hex();

        assertThat(run("verify", snapshot(), NONCE.hex(), file("receipt"), other))
                .isEqualTo(2);
        assertThat(run("verify", snapshot(), "ab".repeat(16), file("receipt"), key.hex()))
                .isEqualTo(2);
        assertThat(run("verify", snapshot(), NONCE.hex(), file("receipt"), file("keys/other")))
                .isEqualTo(2);
        assertThat(said())
                .contains("not the one that the snapshot promised", "another nonce", "The key is of 2026-11-23");
    }

    @Test
    void comparesTheSignerWithTheKeyThatIsExpected() {
        assertThat(verify("--signed-by", publicKey)).isZero();
        assertThat(said()).doesNotContain("was not looked at: compare it");
        assertThat(verify("--signed-by", "ab".repeat(32))).isEqualTo(2);
        assertThat(verify("--signed-by", publicKey.toUpperCase(Locale.ROOT))).isEqualTo(2);
        assertThat(verify("--signed-by")).isEqualTo(2);
        assertThat(said()).contains("signed with another key than abab", "64 hexadecimal digits in lower case");
        assertThat(verify()).isZero();
        assertThat(said()).contains("Whether that is the directory's key was not looked at");
    }

    private int verify(String... options) {
        var arguments = Stream.of("verify", snapshot(), NONCE.hex(), file("receipt"), key.hex());
        return run(Stream.concat(arguments, Stream.of(options)).toArray(String[]::new));
    }

    @Test
    void asksTheDayBeforeWhatItPromised() throws IOException {
        write("kept", yesterday(key));
        write("broken", yesterday(any.key()));

        assertThat(verify("--before", file("kept"))).isZero();
        assertThat(said()).contains("The key was fixed at 2026-11-21T23:59Z");
        assertThat(verify("--before", file("broken"))).isEqualTo(1);
        assertThat(said()).contains("not the one that was promised");
        assertThat(verify("--before", snapshot())).isEqualTo(2);
        assertThat(verify()).isZero();
        assertThat(said()).contains(KeyPromise.NOT_LOOKED_AT);
    }

    private String yesterday(DayKey next) {
        var minute = Minute.parse("2026-11-21T23:59Z").orElseThrow();
        var promise = any.key().commitment();
        var before = new Snapshot(minute, Hash.NONE, promise, next.commitment(), Map.of(), List.of());
        return SignedDocument.sign(SnapshotJson.write(before), keys).write();
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
        for (var noAddress : List.of("https://", "https://exa mple/", "http://127.0.0.1:70000/", "no\0file")) {
            assertThat(run("verify", noAddress, NONCE.hex(), file("receipt"))).isEqualTo(2);
        }
        assertThat(complaints.toString(StandardCharsets.UTF_8).lines())
                .hasSizeGreaterThanOrEqualTo(9)
                .anyMatch(line -> line.startsWith("Cannot read"))
                .anyMatch(line -> line.startsWith("Name the key of 2026-11-22"))
                .anyMatch(line -> line.startsWith("The nonce has"))
                .anyMatch(line -> line.startsWith("This is not JSON"))
                .anyMatch(line -> line.contains("SNAPSHOT NONCE PAGE"));
    }
}
