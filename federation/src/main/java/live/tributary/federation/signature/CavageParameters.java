// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The parameters of a {@code Signature} field of draft-cavage-12, 2.1, as they were sent. */
record CavageParameters(Map<String, String> values) {

    private static final int LENGTH_LIMIT_CHARS = 8 * 1024;

    // Peers differ in spaces; numbers stand without quotes by the draft, and with them in some servers.
    private static final Pattern PARAMETER =
            Pattern.compile("\\s*+([A-Za-z]++)\\s*+=\\s*+(?:\"([^\"\\\\]*+)\"|([0-9.]++))\\s*+(,|$)");

    static CavageParameters parse(String field) throws RefusedException {
        if (field.length() > LENGTH_LIMIT_CHARS) {
            throw new RefusedException(
                    RefusalReason.TOO_LARGE, "a Signature of %d characters".formatted(field.length()));
        }
        var values = new LinkedHashMap<String, String>();
        var matcher = PARAMETER.matcher(field);
        boolean more = true;
        while (more) {
            if (!matcher.lookingAt()) {
                throw malformed("Signature cannot be read at character %d".formatted(matcher.regionStart()));
            }
            var value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            if (values.put(matcher.group(1).toLowerCase(Locale.ROOT), value) != null) {
                throw malformed("the parameter %s stands twice".formatted(matcher.group(1)));
            }
            more = !matcher.group(4).isEmpty();
            matcher.region(matcher.end(), field.length());
        }
        return new CavageParameters(values);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name.toLowerCase(Locale.ROOT)));
    }

    String required(String name) throws RefusedException {
        return value(name).orElseThrow(() -> malformed("Signature has no " + name));
    }

    private static RefusedException malformed(String words) {
        return new RefusedException(RefusalReason.MALFORMED, words);
    }
}
