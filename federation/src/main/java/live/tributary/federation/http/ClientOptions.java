// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.TrustManagerFactory;

/**
 * How a {@link GuardedClient} goes out.
 *
 * @param userAgent who we say we are: GoToSocial answers 418 to nobody, and operators look it up
 * @param trust whose certificates are believed
 * @param shunned addresses on servers that this node does not talk to; asked before each hop, so that no redirect leads there
 */
public record ClientOptions(
        String userAgent, AddressGuard guard, Limits limits, TrustManagerFactory trust, Predicate<URI> shunned) {

    /** Shuns nobody. */
    public ClientOptions(String userAgent, AddressGuard guard, Limits limits, TrustManagerFactory trust) {
        this(userAgent, guard, limits, trust, _ -> false);
    }

    /** The limits of every node, and the certificate authorities of this Java. */
    public ClientOptions(String userAgent, AddressGuard guard) {
        this(userAgent, guard, Limits.DEFAULT, authoritiesOfThisJava());
    }

    /** The same, but for addresses that are shunned.
     *  @param whom from any thread; must not block for long */
    public ClientOptions shunning(Predicate<URI> whom) {
        return new ClientOptions(userAgent, guard, limits, trust, whom);
    }

    /** What speaks against an address as it is written; nothing is looked up. */
    Optional<Refusal> refusal(URI address) {
        return guard.refusal(address).or(() -> shunned.test(address) ? Optional.of(Refusal.SHUNNED) : Optional.empty());
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
