// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Names a person who can log in. */
public record AccountId(UUID value) {

    public static AccountId next(Instant now) {
        return new AccountId(UuidV7.at(now));
    }

    public static Optional<AccountId> parse(String text) {
        return UuidV7.parse(text).map(AccountId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
