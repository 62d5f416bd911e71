// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.instance;

import java.net.URI;
import java.time.Duration;

import live.tributary.node.kernel.Secret;

/** Lets whoever follows it take the node, once.
 *  @param validFor from the moment it was issued */
public record ClaimLink(Secret token, URI address, Duration validFor) {

    /** Without the address: it holds the token. */
    @Override
    public String toString() {
        return "ClaimLink[redacted]";
    }
}
