// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Names a person's seat in a team. */
public record MemberId(UUID value) {

    public static MemberId next(Instant now) {
        return new MemberId(UuidV7.at(now));
    }

    public static Optional<MemberId> parse(String text) {
        return UuidV7.parse(text).map(MemberId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
