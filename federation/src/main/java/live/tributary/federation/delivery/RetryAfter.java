// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** The header by which a host says when it wants to be asked again (RFC 9110, 10.2.3). */
public final class RetryAfter {

    /** A host that asks for more is asked again after this all the same. */
    public static final Duration LONGEST = Duration.ofHours(1);

    private static final int MOST_DIGITS = 9;

    private RetryAfter() {}

    /** Seconds or a date; zero for what is neither, or over. Never more than {@link #LONGEST}. */
    public static Duration parse(String value, Instant now) {
        var text = value.strip();
        if (!text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return clamp(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            var date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return clamp(Duration.between(now, date.toInstant()));
        } catch (DateTimeParseException neither) {
            return Duration.ZERO;
        }
    }

    private static Duration clamp(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
