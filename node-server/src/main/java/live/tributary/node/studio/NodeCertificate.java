// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/** The certificate that browsers are shown, for encoders. Follows its renewals; asked by any thread. */
final class NodeCertificate implements Supplier<SSLContext> {

    private static final Logger log = LoggerFactory.getLogger(NodeCertificate.class);

    private volatile SSLContext current;

    /** @param bundle name of what HTTPS is configured with */
    NodeCertificate(SslBundles bundles, String bundle) {
        current = bundles.getBundle(bundle).createSslContext();
        bundles.addBundleUpdateHandler(bundle, this::renew);
    }

    @Override
    public SSLContext get() {
        return current;
    }

    private void renew(SslBundle renewed) {
        try {
            current = renewed.createSslContext();
        } catch (RuntimeException broken) {
            log.error("encoders are still shown the old certificate: the new one cannot be used", broken);
        }
    }
}
