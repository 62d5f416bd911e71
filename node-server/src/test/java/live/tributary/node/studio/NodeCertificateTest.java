// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import org.junit.jupiter.api.Test;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

import static org.assertj.core.api.Assertions.assertThat;

class NodeCertificateTest {

    private static final String PEM = "classpath:live/tributary/node/gate/";

    private final DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry("node", bundle("certificate.pem"));
    private final NodeCertificate certificate = new NodeCertificate(bundles, "node");

    private static SslBundle bundle(String certificateFile) {
        var files = PemSslStoreDetails.forCertificate(PEM + certificateFile).withPrivateKey(PEM + "key.pem");
        return SslBundle.of(new PemSslStoreBundle(files, null));
    }

    @Test
    void isRenewedWithoutARestart() {
        var first = certificate.get();
        assertThat(certificate.get()).isSameAs(first);
        bundles.updateBundle("node", bundle("certificate.pem"));
        assertThat(certificate.get()).isNotSameAs(first);
    }

    @Test
    void staysWhenTheNewOneCannotBeUsed() {
        var first = certificate.get();
        bundles.updateBundle("node", bundle("missing.pem"));
        assertThat(certificate.get()).isSameAs(first);
    }
}
