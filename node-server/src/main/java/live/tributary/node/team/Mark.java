// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.team;

import java.util.Optional;

import live.tributary.node.kernel.OneLine;

/** One to three characters that stand for a team where its name has no room. */
public record Mark(String value) {

    private static final int MAXIMUM_CHARACTERS = 3;

    public Mark {
        if (!OneLine.fits(value, MAXIMUM_CHARACTERS)) {
            throw new IllegalArgumentException("not a mark");
        }
    }

    /** Empty where nothing is left after trimming, or more than three characters. */
    public static Optional<Mark> parse(String text) {
        return OneLine.parse(text, MAXIMUM_CHARACTERS).map(Mark::new);
    }

    @Override
    public String toString() {
        return value;
    }
}
