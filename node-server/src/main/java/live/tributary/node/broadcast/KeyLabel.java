// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

import java.util.Optional;

import live.tributary.node.kernel.OneLine;

/** By what a person tells own keys apart: 1 to 40 characters. */
public record KeyLabel(String value) {

    private static final int MAXIMUM_CHARACTERS = 40;

    public KeyLabel {
        if (!OneLine.fits(value, MAXIMUM_CHARACTERS)) {
            throw new IllegalArgumentException("not a label");
        }
    }

    /** Empty where nothing is left after trimming, or too much. */
    public static Optional<KeyLabel> parse(String text) {
        return OneLine.parse(text, MAXIMUM_CHARACTERS).map(KeyLabel::new);
    }

    @Override
    public String toString() {
        return value;
    }
}
