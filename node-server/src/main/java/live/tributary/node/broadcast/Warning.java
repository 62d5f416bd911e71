// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

import java.util.Optional;

import live.tributary.node.kernel.OneLine;

/**
 * What viewers should know before they look, in one line of 3 to 200 characters; or nothing. There is no warning without a
 * reason: nobody could decide by it.
 */
public record Warning(String reason) {

    /** In code points. */
    public static final int MAXIMUM_CHARACTERS = 200;

    /** PeerTube takes no shorter reason. */
    public static final int MINIMUM_CHARACTERS = 3;

    /** Nothing to warn of. */
    public static final Warning NONE = new Warning("");

    public Warning {
        if (!reason.isEmpty() && !fits(reason)) {
            throw new IllegalArgumentException("not a warning");
        }
    }

    /** Empty for what is too short, too long, or more than a line. */
    public static Optional<Warning> parse(String text) {
        if (text.isBlank()) {
            return Optional.of(NONE);
        }
        return OneLine.parse(text, MAXIMUM_CHARACTERS).filter(Warning::fits).map(Warning::new);
    }

    public boolean isGiven() {
        return !reason.isEmpty();
    }

    private static boolean fits(String line) {
        return OneLine.fits(line, MAXIMUM_CHARACTERS) && line.codePointCount(0, line.length()) >= MINIMUM_CHARACTERS;
    }

    @Override
    public String toString() {
        return reason;
    }
}
