// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

import live.tributary.federation.signature.HttpRequest;

/** Signs a request at the moment it goes out, so that each attempt and each hop carries a fresh date. */
@FunctionalInterface
public interface RequestSigner {

    /** For what anybody may read. */
    RequestSigner UNSIGNED = request -> request;

    /**
     * Called on the thread that waits for the answer.
     *
     * @return the request with further header fields; another method, target or body is not sent
     */
    HttpRequest sign(HttpRequest request);
}
