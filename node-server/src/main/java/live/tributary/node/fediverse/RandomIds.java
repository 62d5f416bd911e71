// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.util.Optional;
import java.util.UUID;

/** Reads ids that strangers put into addresses. */
final class RandomIds {

    private RandomIds() {}

    /** Empty where the text is not a UUID in its one full form. */
    static Optional<UUID> parse(String text) {
        try {
            var id = UUID.fromString(text);
            return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
