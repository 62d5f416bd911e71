// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.accounts;

import java.net.InetAddress;

/** What somebody typed into the login form, and from where.
 *  @param handle as typed
 *  @param browser what the browser calls itself */
public record LoginAttempt(String handle, Password password, InetAddress address, String browser) {

    /** Without the handle: people type their password there. */
    @Override
    public String toString() {
        return "LoginAttempt[redacted]";
    }
}
