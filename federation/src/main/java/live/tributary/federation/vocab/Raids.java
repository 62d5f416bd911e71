// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.util.Locale;
import java.util.stream.Stream;

/** Whose viewers a team lets in by hand-offs. Stands in its Group, at its own address. */
public enum Raids {
    EVERYONE,
    /** Teams that it shares a ring with. */
    RING,
    /** The same, and teams that it follows. */
    FOLLOWING,
    NOBODY,
    /** The software does not know the question: there can be a link, but no hand-off. */
    UNSAID;

    /** As it travels; empty where nothing is said. */
    public String word() {
        return this == UNSAID ? "" : name().toLowerCase(Locale.ROOT);
    }

    /** What is not known here is a no. */
    static Raids read(Stream<String> words) {
        return words.findFirst()
                .map(word -> Stream.of(EVERYONE, RING, FOLLOWING)
                        .filter(raids -> raids.word().equals(word))
                        .findFirst()
                        .orElse(NOBODY))
                .orElse(UNSAID);
    }
}
