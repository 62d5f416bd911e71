// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Paper lanterns that drift downstream, nearer ones faster, each with its glow on the water. */
final class Lanterns {

    private static final int COUNT = 11;
    private static final int SIZE = 96;
    private static final double MARGIN = 80;

    private final BufferedImage glow = glow();
    private final int width;
    private final int waterline;
    private final int height;

    Lanterns(int width, int waterline, int height) {
        this.width = width;
        this.waterline = waterline;
        this.height = height;
    }

    private static BufferedImage glow() {
        var image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = image.createGraphics();
        float middle = SIZE / 2f;
        g.setPaint(new RadialGradientPaint(middle, middle, middle, new float[] {0, 0.1f, 0.16f, 0.45f, 1}, new Color[] {
            Palette.SUN,
            Palette.faded(Palette.LANTERN, 0.95),
            Palette.faded(Palette.LANTERN, 0.42),
            Palette.faded(Palette.LANTERN, 0.12),
            Palette.faded(Palette.LANTERN, 0)
        }));
        g.fillRect(0, 0, SIZE, SIZE);
        g.dispose();
        return image;
    }

    void paint(Graphics2D g, double seconds) {
        for (int i = 0; i < COUNT; i++) {
            // The golden ratio spreads them evenly without a pattern.
            double near = 0.12 + 0.8 * (i * 0.618 % 1);
            double way = width + 2 * MARGIN;
            double x = (i * 0.381966 * way + seconds * (9 + 26 * near)) % way - MARGIN;
            double y =
                    waterline + near * near * (height - waterline - 40) + 8 + Math.sin(seconds * 0.8 + i) * 2.5 * near;
            double breath = 1 + 0.07 * Math.sin(seconds * 2.1 + i * 1.7);
            draw(g, x, y, near * breath, near * breath);
            draw(g, x, y + 17 * near, near * 0.8, near * 0.34);
        }
    }

    private void draw(Graphics2D g, double x, double y, double scaleX, double scaleY) {
        var place = AffineTransform.getTranslateInstance(x, y);
        place.scale(scaleX, scaleY);
        place.translate(-SIZE / 2.0, -SIZE / 2.0);
        g.drawImage(glow, place, null);
    }
}
