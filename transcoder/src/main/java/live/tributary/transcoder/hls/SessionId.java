// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * One publisher connection, as it stands in the addresses of its parts: 40 random bits in lower-case Crockford base32.
 * Because it is never used again, a name never changes its bytes and may be cached as immutable.
 */
public record SessionId(String value) {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int CHARACTERS = 8;
    private static final Pattern GRAMMAR = Pattern.compile("[" + ALPHABET + "]{" + CHARACTERS + "}");

    public SessionId {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException("not a session id: " + value);
        }
    }

    static SessionId random(RandomGenerator random) {
        var text = new StringBuilder(CHARACTERS);
        for (int i = 0; i < CHARACTERS; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new SessionId(text.toString());
    }

    /** Reads an id from an address; empty when it does not follow the grammar. */
    public static Optional<SessionId> parse(String text) {
        return GRAMMAR.matcher(text).matches() ? Optional.of(new SessionId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
