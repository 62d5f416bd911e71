// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import live.tributary.fixtures.process.RunningProgram;

/** A certificate that nobody but its client trusts, made by the JDK's own tool. */
public record SelfSigned(SSLContext server, SSLContext client) {
    private static final String PASSWORD = "only for tests";

    /** Makes a new one for {@code localhost} in this folder; takes a second. */
    public static SelfSigned in(Path folder) {
        Path file = folder.resolve("node.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = List.of(
                keytool,
                "-genkeypair",
                "-alias",
                "node",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD);
        try (var program = RunningProgram.start(command)) {
            if (program.awaitEnd(Duration.ofSeconds(60)) != 0) {
                throw new AssertionError("keytool: " + program.output());
            }
        }
        return load(file);
    }

    private static SelfSigned load(Path file) {
        try (var bytes = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(bytes, PASSWORD.toCharArray());
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD.toCharArray());
            var server = SSLContext.getInstance("TLS");
            server.init(keys.getKeyManagers(), null, null);
            var trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("node", store.getCertificate("node"));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            var client = SSLContext.getInstance("TLS");
            client.init(null, trust.getTrustManagers(), null);
            return new SelfSigned(server, client);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("a fresh certificate of the JDK", e);
        }
    }
}
