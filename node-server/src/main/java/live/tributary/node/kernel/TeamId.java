// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Names a team. */
public record TeamId(UUID value) {

    public static TeamId next(Instant now) {
        return new TeamId(UuidV7.at(now));
    }

    public static Optional<TeamId> parse(String text) {
        return UuidV7.parse(text).map(TeamId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
