// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

import java.io.IOException;
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

/**
 * A certificate that only those trust who are told to, made by the JDK's own tool.
 *
 * @param server for the one who shows it
 * @param trust for the one who believes it
 */
record TestCertificate(SSLContext server, TrustManagerFactory trust) {

    private static final String PASSWORD = "only for tests";

    /** Makes one for this host; takes a second. */
    static TestCertificate of(String host, Path folder) throws IOException {
        var file = folder.resolve("server.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = List.of(
                keytool,
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + host,
                "-ext",
                "san=dns:" + host,
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
        try (var bytes = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(bytes, PASSWORD.toCharArray());
            return new TestCertificate(server(store), trust(store));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("a fresh certificate of the JDK", e);
        }
    }

    private static SSLContext server(KeyStore store) throws GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static TrustManagerFactory trust(KeyStore store) throws GeneralSecurityException, IOException {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", store.getCertificate("server"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        return trust;
    }
}
