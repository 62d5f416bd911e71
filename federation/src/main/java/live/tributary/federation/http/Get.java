// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

import java.net.URI;

/**
 * Something to fetch.
 *
 * @param address a fragment is not sent
 * @param accept the value of the {@code Accept} field
 * @param redirects how far it may be sent on
 * @param maxBytes of the body, unpacked
 */
public record Get(URI address, String accept, RequestSigner signer, Redirects redirects, int maxBytes) {

    /** A document of at most {@link Limits#documentBytes()} by default. */
    public Get(URI address, String accept, RequestSigner signer, Redirects redirects) {
        this(address, accept, signer, redirects, Limits.DEFAULT.documentBytes());
    }
}
