// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

import java.io.IOException;
import java.io.Serial;

/** A host has no address, or nobody answered for it. Carries {@link Outcome.NotResolvable} through Netty. */
final class NotResolvableException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    NotResolvableException(String host, Throwable cause) {
        super("no address found for " + host, cause);
    }
}
