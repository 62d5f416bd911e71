// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.util.Optional;

/**
 * What a request of a player says of how it fares (CTA-5004, "Common Media Client Data"). Three of its keys are read;
 * those that tell one viewer from another ({@code sid}, {@code cid}) and all others are passed over, and never leave here.
 *
 * @param starved {@code bs}: the buffer ran empty since the request before
 * @param hurried {@code su}: nothing is left to play until this is answered
 * @param bufferMillis {@code bl}, else the deadline {@code dl}; {@link #NOT_SAID}
 */
record Cmcd(boolean starved, boolean hurried, int bufferMillis) {

    static final int NOT_SAID = -1;

    /** The rest of a longer one is not read: what players send by themselves is far shorter. */
    static final int LONGEST = 2_048;

    /** Longer buffers say nothing about a live stream. */
    private static final int LONGEST_DIGITS = 7;

    /** Reads keys as they stand in headers; empty where none of the three is said. */
    static Optional<Cmcd> parse(String text) {
        var reader = new Reader(text.substring(0, Math.min(text.length(), LONGEST)));
        return reader.read();
    }

    /** Reads the value of the parameter in an address, where it is percent-encoded. */
    static Optional<Cmcd> parseEncoded(String value) {
        return parse(decode(value.substring(0, Math.min(value.length(), LONGEST))));
    }

    /** Every key and number that is read here is ASCII; what is not a right escape stays as it is. */
    private static String decode(String value) {
        if (value.indexOf('%') < 0) {
            return value;
        }
        var decoded = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            int octet = value.charAt(i) == '%' && i + 2 < value.length()
                    ? Character.digit(value.charAt(i + 1), 16) << 4 | Character.digit(value.charAt(i + 2), 16)
                    : NOT_SAID;
            if (octet >= 0) {
                decoded.append((char) octet);
                i += 2;
            } else {
                decoded.append(value.charAt(i));
            }
        }
        return decoded.toString();
    }

    /** Goes once through a list of keys. A comma in a quoted text ends nothing (CTA-5004, section 3). */
    private static final class Reader {
        private final String text;
        private boolean starved;
        private boolean hurried;
        private int buffer = NOT_SAID;
        private int deadline = NOT_SAID;

        Reader(String text) {
            this.text = text;
        }

        Optional<Cmcd> read() {
            boolean quoted = false;
            int from = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '\\' && quoted) {
                    i++;
                } else if (c == '"') {
                    quoted = !quoted;
                } else if (c == ',' && !quoted) {
                    key(text.substring(from, i).strip());
                    from = i + 1;
                }
            }
            if (!quoted) {
                key(text.substring(from).strip());
            }
            var millis = buffer == NOT_SAID ? deadline : buffer;
            return starved || hurried || millis != NOT_SAID
                    ? Optional.of(new Cmcd(starved, hurried, millis))
                    : Optional.empty();
        }

        private void key(String pair) {
            // True is said by the name alone.
            switch (pair) {
                case "bs" -> starved = true;
                case "su" -> hurried = true;
                default -> {
                    if (pair.startsWith("bl=")) {
                        buffer = millis(pair);
                    } else if (pair.startsWith("dl=")) {
                        deadline = millis(pair);
                    }
                }
            }
        }

        private static int millis(String pair) {
            var digits = pair.substring("bl=".length());
            return !digits.isEmpty()
                            && digits.length() <= LONGEST_DIGITS
                            && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                    ? Integer.parseInt(digits)
                    : NOT_SAID;
        }
    }
}
