// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.accounts;

import java.net.URI;
import java.time.Instant;

/** Logs in whoever follows it, once. */
public record LoginLink(URI address, Instant expiresAt) {

    /** Without the address: it holds the token. */
    @Override
    public String toString() {
        return "LoginLink[redacted]";
    }
}
