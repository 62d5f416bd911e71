// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.time.Instant;
import java.util.regex.Pattern;

/** Times as signatures write them: seconds since 1970, of which draft-cavage-12, 2.1.5, allows {@code expires} a fraction. */
final class EpochSeconds {

    // Eleven digits reach to the year 5138.
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,11})(\\.\\d{1,9})?");

    private EpochSeconds() {}

    static Instant parse(String name, String text) throws RefusedException {
        var matcher = SECONDS.matcher(text);
        if (!matcher.matches()) {
            throw new RefusedException(RefusalReason.MALFORMED, "%s is not a number of seconds".formatted(name));
        }
        return Instant.ofEpochSecond(Long.parseLong(matcher.group(1)));
    }
}
