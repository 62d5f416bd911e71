// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.util.Optional;

/** What people are shown instead of a handle: 1 to 50 characters on one line. */
public record DisplayName(String value) {

    /** In code points. */
    public static final int MAXIMUM_CHARACTERS = 50;

    public DisplayName {
        if (!OneLine.fits(value, MAXIMUM_CHARACTERS)) {
            throw new IllegalArgumentException("not a display name");
        }
    }

    /** Empty where nothing is left after trimming, or too much, or where it would break a line. */
    public static Optional<DisplayName> parse(String text) {
        return OneLine.parse(text, MAXIMUM_CHARACTERS).map(DisplayName::new);
    }

    @Override
    public String toString() {
        return value;
    }
}
