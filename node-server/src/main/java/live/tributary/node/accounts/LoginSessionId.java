// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.accounts;

import java.time.Instant;
import java.util.UUID;

import live.tributary.node.kernel.UuidV7;

/** Names a session in a person's list, without being the secret that opens it. */
public record LoginSessionId(UUID value) {

    static LoginSessionId next(Instant now) {
        return new LoginSessionId(UuidV7.at(now));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
