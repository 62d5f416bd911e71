// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.security.SecureRandom;

/** Crockford's base 32 in lower case: no i, l, o or u, so that a person can read it aloud. */
final class Base32 {

    static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Base32() {}

    /** Random text of five bits a character. */
    static String random(int characters) {
        var text = new StringBuilder(characters);
        for (int i = 0; i < characters; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    static boolean isBase32(String text, int characters) {
        return text.length() == characters && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    }
}
