// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

import java.util.Optional;

import live.tributary.node.kernel.OneLine;

/** What a broadcast is about, in one line of 1 to 140 characters. */
public record Title(String value) {

    /** In code points. */
    public static final int MAXIMUM_CHARACTERS = 140;

    public Title {
        if (!OneLine.fits(value, MAXIMUM_CHARACTERS)) {
            throw new IllegalArgumentException("not a title");
        }
    }

    /** Empty where nothing is left after trimming, or too much. */
    public static Optional<Title> parse(String text) {
        return OneLine.parse(text, MAXIMUM_CHARACTERS).map(Title::new);
    }

    @Override
    public String toString() {
        return value;
    }
}
