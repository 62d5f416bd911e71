// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.RunningNode;
import live.tributary.node.fixtures.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@ExtendWith(PostgresExtension.class)
class PemFilesTest {

    @Test
    void aNodeWithBothFilesSpeaksTls(TestDatabase database) throws Exception {
        var certificate = PemFiles.CERTIFICATE + "=" + file("certificate.pem");
        var privateKey = PemFiles.PRIVATE_KEY + "=" + file("key.pem");
        try (var node = RunningNode.start(database, certificate, privateKey);
                var client = HttpClient.newBuilder().sslContext(trusting()).build()) {
            var login = URI.create("https://localhost:%d/".formatted(node.web().getPort()));
            var reply = client.send(HttpRequest.newBuilder(login).build(), BodyHandlers.ofString());
            assertThat(reply.statusCode()).isEqualTo(503);
            assertThat(reply.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(reply.headers().firstValue("Strict-Transport-Security")).isPresent();
        }
    }

    @Test
    void oneFileAloneStopsTheStart() {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of(PemFiles.CERTIFICATE, "c.pem")));
        assertThatIllegalStateException()
                .isThrownBy(() -> new PemFiles().postProcessEnvironment(environment, new SpringApplication()))
                .withMessageContaining(PemFiles.PRIVATE_KEY);
    }

    @Test
    void aFileThatIsMissingStopsTheStartAndIsNamed() throws Exception {
        assertThatIllegalStateException()
                .isThrownBy(() -> process("/nowhere/c.pem", file("key.pem").toString()))
                .withMessage("tributary.gate.tls-certificate: there is no file /nowhere/c.pem");
    }

    @Test
    void aFileThatHoldsSomethingElseStopsTheStartAndIsNamed() throws Exception {
        var certificate = file("certificate.pem").toString();
        assertThatIllegalStateException()
                .isThrownBy(() -> process(certificate, certificate))
                .withMessage(
                        "tributary.gate.tls-private-key: %s holds no private key in PEM form".formatted(certificate));
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        process(file("key.pem").toString(), file("key.pem").toString()))
                .withMessageEndingWith("holds no certificate in PEM form");
    }

    @Test
    void aFolderIsNoFile(@TempDir Path folder) throws Exception {
        assertThatIllegalStateException()
                .isThrownBy(() -> process(folder.toString(), file("key.pem").toString()))
                .withMessage("tributary.gate.tls-certificate: the node cannot read " + folder);
    }

    /** Else the node would start, and let no viewer in. */
    @ParameterizedTest
    @ValueSource(strings = {"RSA", "RSASSA-PSS", "EC", "Ed25519"})
    void aKeyOfAnotherCertificateStopsTheStartAndBothFilesAreNamed(String kind, @TempDir Path folder) throws Exception {
        var one = MadePair.of(kind, folder.resolve("one"));
        var other = MadePair.of(kind, folder.resolve("other"));
        assertThatCode(() -> process(one.certificate().toString(), one.key().toString()))
                .doesNotThrowAnyException();
        assertRefused(one.certificate(), other.key());
        assertRefused(file("certificate.pem"), other.key());
    }

    private static void assertRefused(Path certificate, Path key) {
        assertThatIllegalStateException()
                .isThrownBy(() -> process(certificate.toString(), key.toString()))
                .withMessageStartingWith(
                        "tributary.gate.tls-private-key: the key in %s does not belong to the first certificate in %s"
                                .formatted(key, certificate))
                .withMessageContaining("Take both files from one issue");
    }

    @Test
    void tellsTheOperatorInOneSentence() {
        var analysis = new PemFailureAnalyzer().analyze(new IllegalStateException(new PemException("no file")));
        assertThat(analysis).isNotNull().returns("no file", FailureAnalysis::getDescription);
    }

    private static void process(String certificate, String privateKey) {
        var environment = new StandardEnvironment();
        Map<String, Object> files = Map.of(PemFiles.CERTIFICATE, certificate, PemFiles.PRIVATE_KEY, privateKey);
        environment.getPropertySources().addFirst(new MapPropertySource("test", files));
        new PemFiles().postProcessEnvironment(environment, new SpringApplication());
    }

    private static SSLContext trusting() throws Exception {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (var stream = PemFilesTest.class.getResourceAsStream("certificate.pem")) {
            store.setCertificateEntry(
                    "node", CertificateFactory.getInstance("X.509").generateCertificate(stream));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static Path file(String name) throws Exception {
        return Path.of(
                Objects.requireNonNull(PemFilesTest.class.getResource(name)).toURI());
    }
}
