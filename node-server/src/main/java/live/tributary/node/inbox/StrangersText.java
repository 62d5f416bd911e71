// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.util.regex.Pattern;

/** A line of text from elsewhere, for people to read. */
public final class StrangersText {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}]");

    private StrangersText() {}

    /**
     * Without what turns the direction of writing, hides letters or breaks a line: nobody looks like another by that.
     *
     * @param most code points that are kept
     */
    public static String line(String text, int most) {
        var visible = INVISIBLE.matcher(text).replaceAll("").strip();
        return visible.codePointCount(0, visible.length()) > most
                ? visible.substring(0, visible.offsetByCodePoints(0, most))
                : visible;
    }
}
