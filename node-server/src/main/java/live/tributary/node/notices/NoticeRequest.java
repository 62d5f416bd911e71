// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.notices;

import java.util.Locale;

import live.tributary.node.fairturn.Nonce;
import live.tributary.node.gate.Problem;

/** What the address of a page of notices asks for; the same for people and programs. */
public final class NoticeRequest {

    /** Nobody pages on for longer. */
    static final int MOST_PAGES = 500;

    static final int LONGEST_SEARCH = 100;

    private NoticeRequest() {}

    /** {@code hours}, {@code day} or {@code week}. */
    public static Ahead ahead(String text) {
        for (var ahead : Ahead.values()) {
            if (ahead.name().toLowerCase(Locale.ROOT).equals(text)) {
                return ahead;
            }
        }
        throw wrong("in is hours, day or week.");
    }

    /** Sixteen bytes of the visitor's dice in hexadecimal, or nothing: then everybody's. */
    public static Nonce nonce(String text) {
        return text.isEmpty()
                ? Nonce.HOUSE
                : Nonce.parse(text).orElseThrow(() -> wrong("n is 32 hexadecimal digits in lower case."));
    }

    /** What is searched for; of too much the beginning. */
    public static String words(String text) {
        var typed = text.strip();
        return typed.substring(0, Math.min(typed.length(), LONGEST_SEARCH));
    }

    /** From 1. */
    public static int page(int number) {
        if (number < 1 || number > MOST_PAGES) {
            throw wrong("page is a number from 1 to %d.".formatted(MOST_PAGES));
        }
        return number;
    }

    private static Problem wrong(String words) {
        return Problem.of(Problem.Kind.BAD_REQUEST).saying(words);
    }
}
