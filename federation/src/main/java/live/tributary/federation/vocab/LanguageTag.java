// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/** A language as BCP 47 writes it. */
final class LanguageTag {

    /** Enough for every tag in use (RFC 5646, 4.4.1). */
    private static final int LONGEST = 35;

    private LanguageTag() {}

    /** In its usual spelling; empty for what names no language. */
    static Optional<String> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var locale = new Locale.Builder().setLanguageTag(text.strip()).build();
            return Optional.of(locale.toLanguageTag())
                    .filter(_ -> !locale.getLanguage().isEmpty());
        } catch (IllformedLocaleException notATag) {
            return Optional.empty();
        }
    }
}
