// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.demo;

import java.awt.Color;

/** The colours of an evening at the river. */
final class Palette {

    static final Color ZENITH = new Color(0x17213F);
    static final Color HIGH_SKY = new Color(0x3D3F73);
    static final Color LOW_SKY = new Color(0xC9717A);
    static final Color HORIZON = new Color(0xF7C08A);
    static final Color SUN = new Color(0xFFF1CF);
    static final Color STAR = new Color(0xE9E6FF);
    static final Color HULL = new Color(0x1B1A2B);
    static final Color SAIL = new Color(0xF3DCC0);
    static final Color LANTERN = new Color(0xFFC46B);
    static final Color REED = new Color(0x0E1424);
    static final Color INK = new Color(0xFFF4E2);

    private Palette() {}

    static Color faded(Color color, double opacity) {
        int alpha = (int) Math.round(255 * Math.clamp(opacity, 0, 1));
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }

    static Color between(Color from, Color to, double share) {
        return new Color(
                mix(from.getRed(), to.getRed(), share),
                mix(from.getGreen(), to.getGreen(), share),
                mix(from.getBlue(), to.getBlue(), share));
    }

    private static int mix(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }
}
