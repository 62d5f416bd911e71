// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Names an invitation to a seat. */
public record InvitationId(UUID value) {

    public static InvitationId next(Instant now) {
        return new InvitationId(UuidV7.at(now));
    }

    public static Optional<InvitationId> parse(String text) {
        return UuidV7.parse(text).map(InvitationId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
