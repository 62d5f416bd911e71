// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import live.tributary.federation.vocab.PlainText;

/** A line of text from elsewhere, for people to read. */
public final class StrangersText {

    private StrangersText() {}

    /**
     * Without what turns the direction of writing, hides letters or breaks a line: nobody looks like another by that.
     *
     * @param most code points that are kept
     */
    public static String line(String text, int most) {
        return PlainText.line(text, most);
    }
}
