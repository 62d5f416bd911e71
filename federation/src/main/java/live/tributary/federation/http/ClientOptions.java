// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.TrustManagerFactory;

/**
 * How a {@link GuardedClient} goes out.
 *
 * @param userAgent who we say we are: GoToSocial answers 418 to nobody, and operators look it up
 * @param trust whose certificates are believed
 */
public record ClientOptions(String userAgent, AddressGuard guard, Limits limits, TrustManagerFactory trust) {

    /** The limits of every node, and the certificate authorities of this Java. */
    public ClientOptions(String userAgent, AddressGuard guard) {
        this(userAgent, guard, Limits.DEFAULT, authoritiesOfThisJava());
    }

    private static TrustManagerFactory authoritiesOfThisJava() {
        try {
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init((KeyStore) null);
            return trust;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no certificate authorities", e);
        }
    }
}
