// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

import java.util.HexFormat;
import java.util.Optional;

/** Bytes as Fair Turn writes them: hexadecimal digits in lower case, so that one value has one text. */
final class Hex {

    private static final HexFormat DIGITS = HexFormat.of();

    private Hex() {}

    static String write(byte[] bytes) {
        return DIGITS.formatHex(bytes);
    }

    static Optional<byte[]> parse(String text, int digits) {
        var isOurs = text.length() == digits && text.chars().allMatch(Hex::isDigit);
        return isOurs ? Optional.of(DIGITS.parseHex(text)) : Optional.empty();
    }

    private static boolean isDigit(int character) {
        return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
    }
}
