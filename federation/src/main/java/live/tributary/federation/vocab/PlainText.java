// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.util.regex.Pattern;

/** A line of text of a stranger, for people to read. It is still to be escaped where it goes into HTML. */
public final class PlainText {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}\\p{Zl}\\p{Zp}]");

    private PlainText() {}

    /**
     * Without what turns the direction of writing, hides letters or breaks a line: nobody looks like another by that.
     *
     * @param most code points that are kept
     */
    public static String line(String text, int most) {
        var visible = INVISIBLE.matcher(text).replaceAll("").strip();
        return visible.codePointCount(0, visible.length()) > most
                ? visible.substring(0, visible.offsetByCodePoints(0, most)).strip()
                : visible;
    }
}
