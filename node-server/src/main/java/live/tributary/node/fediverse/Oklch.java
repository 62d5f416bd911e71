// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.awt.Color;

/** Colours as the style sheet of the pages names them: CSS Color 4, 9.3 and 10, with its matrices. */
final class Oklch {

    private static final double LINEAR_END = 0.0031308;

    private Oklch() {}

    /**
     * The nearest colour of sRGB.
     *
     * @param lightness 0 to 1
     * @param hueDegrees on the wheel of Oklch, which is not that of HSB
     */
    static Color color(double lightness, double chroma, double hueDegrees) {
        var hue = Math.toRadians(hueDegrees);
        var a = chroma * Math.cos(hue);
        var b = chroma * Math.sin(hue);
        var l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        var m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        var s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return new Color(
                channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
    }

    private static double cube(double value) {
        return value * value * value;
    }

    private static float channel(double linear) {
        var shown = linear <= LINEAR_END ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        return (float) Math.clamp(shown, 0.0, 1.0);
    }
}
