// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** What does not move: sky, stars, sun and hills, from the top of the picture down to the waterline. Painted once. */
final class Landscape {

    static final int SUN_X = 840;
    private static final int SUN_RADIUS = 44;
    private static final int STARS = 90;
    /** The same stars each time. */
    private static final long SEED = 1870;

    private final int width;
    private final int height;
    private final Random random = new Random(SEED);

    private Landscape(int width, int height) {
        this.width = width;
        this.height = height;
    }

    static BufferedImage paint(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        new Landscape(width, height).paint(g);
        g.dispose();
        return image;
    }

    private void paint(Graphics2D g) {
        g.setPaint(new LinearGradientPaint(0, 0, 0, height, new float[] {0, 0.42f, 0.82f, 1}, new Color[] {
            Palette.ZENITH, Palette.HIGH_SKY, Palette.LOW_SKY, Palette.HORIZON
        }));
        g.fillRect(0, 0, width, height);
        stars(g);
        sun(g);
        hills(g, 74, 22, 0.0021, 0.4, Palette.between(Palette.LOW_SKY, Palette.HIGH_SKY, 0.45));
        hills(g, 50, 24, 0.0034, 2.1, Palette.between(Palette.LOW_SKY, Palette.HIGH_SKY, 0.95));
        hills(g, 26, 16, 0.0057, 4.4, Palette.between(Palette.HIGH_SKY, Palette.ZENITH, 0.6));
        trees(g);
    }

    private void stars(Graphics2D g) {
        for (int i = 0; i < STARS; i++) {
            double x = random.nextDouble() * width;
            double y = random.nextDouble() * height * 0.55;
            double size = 0.8 + random.nextDouble() * 1.6;
            g.setColor(Palette.faded(Palette.STAR, (1 - y / (height * 0.6)) * (0.35 + 0.5 * random.nextDouble())));
            g.fill(new Ellipse2D.Double(x, y, size, size));
        }
    }

    private void sun(Graphics2D g) {
        float y = height - 128;
        g.setPaint(new RadialGradientPaint(SUN_X, y, 330, new float[] {0, 0.25f, 1}, new Color[] {
            Palette.faded(Palette.SUN, 0.85), Palette.faded(Palette.HORIZON, 0.45), Palette.faded(Palette.HORIZON, 0)
        }));
        g.fillRect(0, 0, width, height);
        g.setColor(Palette.SUN);
        g.fill(new Ellipse2D.Double(SUN_X - SUN_RADIUS, y - SUN_RADIUS, 2 * SUN_RADIUS, 2 * SUN_RADIUS));
    }

    private void hills(Graphics2D g, double rise, double swing, double frequency, double phase, Color color) {
        var outline = new Path2D.Double();
        outline.moveTo(0, height);
        for (int x = 0; x <= width; x += 4) {
            double wave = Math.sin(x * frequency + phase) + 0.45 * Math.sin(x * frequency * 2.7 + phase * 3);
            outline.lineTo(x, height - rise - swing * wave);
        }
        outline.lineTo(width, height);
        outline.closePath();
        g.setColor(color);
        g.fill(outline);
    }

    /** A line of poplars on the far bank. */
    private void trees(Graphics2D g) {
        g.setColor(Palette.between(Palette.HIGH_SKY, Palette.ZENITH, 0.85));
        for (int x = 60; x < 430; x += 17 + random.nextInt(16)) {
            int tall = 26 + random.nextInt(34);
            g.fill(new Ellipse2D.Double(x, height - 10 - tall, 9 + random.nextInt(5), tall + 12));
        }
        g.fillRect(0, height - 7, width, 7);
    }
}
