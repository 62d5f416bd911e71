// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Turns {@code tributary.gate.tls-certificate} and {@code tributary.gate.tls-private-key} (paths of PEM files) into
 * Boot's settings for a TLS server that reads the files again when a renewal replaces them.
 */
public final class PemFiles implements EnvironmentPostProcessor {

    static final String CERTIFICATE = "tributary.gate.tls-certificate";
    static final String PRIVATE_KEY = "tributary.gate.tls-private-key";

    private static final String BUNDLE = "spring.ssl.bundle.pem.node.";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var certificate = environment.getProperty(CERTIFICATE, "");
        var privateKey = environment.getProperty(PRIVATE_KEY, "");
        if (certificate.isBlank() != privateKey.isBlank()) {
            throw new PemException("TLS needs both files: set %s and %s".formatted(CERTIFICATE, PRIVATE_KEY));
        }
        if (!certificate.isBlank()) {
            var chain = require(CERTIFICATE, certificate, "certificate", PemContent::getCertificates);
            var secret = require(PRIVATE_KEY, privateKey, "private key", PemContent::getPrivateKey);
            // A TLS server's own certificate is the first of its chain (RFC 8446, 4.4.2).
            if (!belongTogether(chain.getFirst().getPublicKey(), secret)) {
                throw new PemException("""
                        %s: the key in %s does not belong to the first certificate in %s. \
                        Take both files from one issue; in a chain the node's own certificate comes first""".formatted(PRIVATE_KEY, privateKey, certificate));
            }
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource("pemFiles", settings(certificate, privateKey)));
        }
    }

    /** Boot would find out too, and say it in the words of its own settings. */
    private static <T> T require(String setting, String file, String what, Function<PemContent, @Nullable T> part) {
        try {
            return Objects.requireNonNull(part.apply(PemContent.load(Path.of(file))));
        } catch (NoSuchFileException missing) {
            throw new PemException("%s: there is no file %s".formatted(setting, file), missing);
        } catch (IOException unreadable) {
            throw new PemException("%s: the node cannot read %s".formatted(setting, file), unreadable);
        } catch (RuntimeException malformed) {
            throw new PemException("%s: %s holds no %s in PEM form".formatted(setting, file, what), malformed);
        }
    }

    /** Without this the node would start, and every handshake fail. */
    private static boolean belongTogether(PublicKey certified, PrivateKey secret) {
        if (certified instanceof RSAKey one && secret instanceof RSAKey other) {
            return one.getModulus().equals(other.getModulus());
        }
        return certified.getAlgorithm().equals(secret.getAlgorithm()) && verifies(certified, secret);
    }

    /** Elliptic curves: what one signs, the other knows. */
    private static boolean verifies(PublicKey certified, PrivateKey secret) {
        try {
            var signature =
                    Signature.getInstance(certified instanceof ECKey ? "SHA256withECDSA" : certified.getAlgorithm());
            signature.initSign(secret);
            var signed = signature.sign();
            signature.initVerify(certified);
            return signature.verify(signed);
        } catch (GeneralSecurityException notOfOneKind) {
            return false;
        }
    }

    private static Map<String, Object> settings(String certificate, String privateKey) {
        var settings = new HashMap<String, Object>();
        settings.put(BUNDLE + "keystore.certificate", "file:" + certificate);
        settings.put(BUNDLE + "keystore.private-key", "file:" + privateKey);
        settings.put(BUNDLE + "reload-on-update", true);
        settings.put("server.ssl.bundle", "node");
        settings.put("server.ssl.enabled-protocols", "TLSv1.2,TLSv1.3");
        settings.put("server.http2.enabled", true);
        return settings;
    }
}
