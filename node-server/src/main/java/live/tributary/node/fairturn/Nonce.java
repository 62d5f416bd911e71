// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

import java.util.Optional;

/** The visitor's part of the dice (section 5): 16 random bytes that the browser picked, so that the directory cannot choose a
 *  lucky draw. It is kept for a session and belongs to no account.
 *  @param hex 32 digits in lower case */
public record Nonce(String hex) {

    private static final int DIGITS = 32;

    /** Of the house draw, which everybody gets who sends none: the first page, pages without script, feeds, crawlers. */
    public static final Nonce HOUSE = new Nonce("0".repeat(DIGITS));

    public Nonce {
        if (Hex.parse(hex, DIGITS).isEmpty()) {
            throw new IllegalArgumentException("not a nonce: " + hex);
        }
    }

    public static Optional<Nonce> parse(String text) {
        return Hex.parse(text, DIGITS).map(_ -> new Nonce(text));
    }

    byte[] bytes() {
        return Hex.parse(hex, DIGITS).orElseThrow();
    }

    @Override
    public String toString() {
        return hex;
    }
}
