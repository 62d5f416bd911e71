// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why viewers are offered a way to another team. */
public enum HandoffKind {
    /** The broadcast has ended. */
    END,
    /** The host sends them to a team of their choice. */
    HOST,
    /** The broadcast has a pause, and goes on later. */
    INTERMISSION;

    /** As it travels. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for a kind that is not known here. */
    public static Optional<HandoffKind> of(String word) {
        return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
