// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.domains;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a host is kept away. */
public enum Severity {
    /** Not at all; the other columns of its policy may still refuse something. */
    NOTHING("noop"),
    /** What comes from there is shown to nobody who did not ask for it, and its follows wait for approval. */
    LIMIT("silence"),
    /** Nothing is taken from there and nothing sent there. */
    SUSPEND("suspend");

    private final String wordInCsv;

    Severity(String wordInCsv) {
        this.wordInCsv = wordInCsv;
    }

    /** As Mastodon writes it. */
    String wordInCsv() {
        return wordInCsv;
    }

    static Optional<Severity> ofCsv(String word) {
        var lower = word.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(severity -> severity.wordInCsv.equals(lower))
                .findFirst();
    }
}
