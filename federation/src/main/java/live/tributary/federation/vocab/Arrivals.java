// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.util.Locale;
import java.util.stream.Stream;

/** How many a team that is on air has room for. No number: it would tell how many watch. */
public enum Arrivals {
    /** A whole raft fits. */
    OPEN,
    /** Some do. */
    FEW,
    CLOSED,
    /** It does not say. */
    UNSAID;

    /** As it travels. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is not known here is a no. */
    static Arrivals read(Stream<String> words) {
        return words.findFirst()
                .map(word -> Stream.of(OPEN, FEW)
                        .filter(arrivals -> arrivals.word().equals(word))
                        .findFirst()
                        .orElse(CLOSED))
                .orElse(UNSAID);
    }
}
