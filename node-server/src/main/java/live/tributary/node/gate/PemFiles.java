// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.util.HashMap;
import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
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
            throw new IllegalStateException("TLS needs both files: set %s and %s".formatted(CERTIFICATE, PRIVATE_KEY));
        }
        if (!certificate.isBlank()) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource("pemFiles", settings(certificate, privateKey)));
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
