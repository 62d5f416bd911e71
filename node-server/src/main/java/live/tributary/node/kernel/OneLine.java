// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.text.Normalizer;
import java.util.Optional;

/** A line of text that people typed and others will read. */
public final class OneLine {

    private OneLine() {}

    /** Trims and normalises; empty where the rest is not 1 to {@code maximum} printable code points.
     *  <p>Control and format characters are refused: the latter would turn the rest of a page round. */
    public static Optional<String> parse(String text, int maximum) {
        if (text.length() > 4 * maximum) {
            return Optional.empty();
        }
        var line = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        return fits(line, maximum) ? Optional.of(line) : Optional.empty();
    }

    /** True for what {@link #parse} answers. */
    public static boolean fits(String line, int maximum) {
        var characters = line.codePointCount(0, line.length());
        return characters >= 1 && characters <= maximum && line.codePoints().allMatch(OneLine::isPrintable);
    }

    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> false;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            // The joiner makes one picture of several; the other format characters only deceive.
            case Character.FORMAT -> character == ZERO_WIDTH_JOINER;
            default -> true;
        };
    }

    private static final int ZERO_WIDTH_JOINER = 0x200D;
}
