// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.team;

import java.util.Optional;

/** A team's colour on the wheel.
 *  @param degrees 0 to 345 in steps of 15: each step is a class of the style sheet, swept for contrast */
public record Hue(int degrees) {

    private static final int STEP_DEGREES = 15;
    private static final int FULL_CIRCLE_DEGREES = 360;

    public Hue {
        if (!isHue(degrees)) {
            throw new IllegalArgumentException("not a hue");
        }
    }

    /** Empty where it is not one of the 24 steps. */
    public static Optional<Hue> parse(String text) {
        return text.matches("[0-9]{1,3}")
                ? Optional.of(Integer.parseInt(text)).filter(Hue::isHue).map(Hue::new)
                : Optional.empty();
    }

    private static boolean isHue(int degrees) {
        return degrees >= 0 && degrees < FULL_CIRCLE_DEGREES && degrees % STEP_DEGREES == 0;
    }
}
