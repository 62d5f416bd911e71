// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

import java.util.Optional;
import java.util.regex.Pattern;

import live.tributary.node.kernel.OneLine;

/** What a broadcast is about, at length: plain text of 3 to 1,000 characters, or nothing. */
public record Description(String value) {

    /** In code points. */
    public static final int MAXIMUM_CHARACTERS = 1_000;

    /** PeerTube takes no shorter one. */
    public static final int MINIMUM_CHARACTERS = 3;

    /** Nothing is said. */
    public static final Description NONE = new Description("");

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?");
    private static final Pattern SPACE_AT_LINE_END = Pattern.compile("[\\t ]+(?=\\n)");
    private static final Pattern MORE_THAN_ONE_EMPTY_LINE = Pattern.compile("\\n{3,}");

    public Description {
        if (!fits(value)) {
            throw new IllegalArgumentException("not a description");
        }
    }

    /** As browsers send what was typed into several lines; empty where it is too short, too long, or cannot be printed. */
    public static Optional<Description> parse(String text) {
        if (text.length() > 4 * MAXIMUM_CHARACTERS) {
            return Optional.empty();
        }
        var lines = LINE_END.matcher(text).replaceAll("\n").strip();
        lines = SPACE_AT_LINE_END.matcher(lines).replaceAll("").replace('\t', ' ');
        lines = MORE_THAN_ONE_EMPTY_LINE.matcher(lines).replaceAll("\n\n");
        return fits(lines) ? Optional.of(new Description(lines)) : Optional.empty();
    }

    private static boolean fits(String text) {
        var characters = text.codePointCount(0, text.length());
        return (characters == 0 || characters >= MINIMUM_CHARACTERS)
                && characters <= MAXIMUM_CHARACTERS
                && text.lines().allMatch(line -> line.isEmpty() || OneLine.fits(line, MAXIMUM_CHARACTERS));
    }

    @Override
    public String toString() {
        return value;
    }
}
