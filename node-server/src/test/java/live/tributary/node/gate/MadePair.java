// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

import live.tributary.fixtures.process.RunningProgram;

import static org.assertj.core.api.Assertions.assertThat;

/** A certificate and its key in PEM files, made by the JDK's own tool. */
record MadePair(Path certificate, Path key) {

    private static final Path KEYTOOL = Path.of(System.getProperty("java.home"), "bin", "keytool");
    private static final Duration DEADLINE = Duration.ofMinutes(1);
    private static final String PASSWORD = "changeit";

    /** @param kind of key, such as RSA */
    static MadePair of(String kind, Path folder) throws IOException, GeneralSecurityException {
        Files.createDirectories(folder);
        var file = folder.resolve("store.p12");
        var command = List.of(
                KEYTOOL.toString(),
                "-genkeypair",
                "-keyalg",
                kind,
                "-alias",
                "node",
                "-dname",
                "CN=localhost",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD);
        try (var keytool = RunningProgram.start(command)) {
            assertThat(keytool.awaitEnd(DEADLINE)).as(keytool.output()).isZero();
        }
        var store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        var key = store.getKey("node", PASSWORD.toCharArray());
        return new MadePair(
                pem(
                        folder.resolve("certificate.pem"),
                        "CERTIFICATE",
                        store.getCertificate("node").getEncoded()),
                pem(folder.resolve("key.pem"), "PRIVATE KEY", key.getEncoded()));
    }

    private static Path pem(Path file, String what, byte[] content) throws IOException {
        var body = Base64.getMimeEncoder().encodeToString(content);
        return Files.writeString(file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, body, what));
    }
}
