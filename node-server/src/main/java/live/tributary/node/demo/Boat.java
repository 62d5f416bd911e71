// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.demo;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * A boat that crosses the picture, again and again.
 *
 * @param waterY where its hull meets the water, in pixels from the top
 * @param scale 1 is 120 pixels long
 * @param pixelsPerSecond to the right; negative goes to the left
 * @param start where along its way it is at second 0, in pixels
 * @param rig what stands on it
 */
record Boat(double waterY, double scale, double pixelsPerSecond, double start, Rig rig) {

    enum Rig {
        SAIL,
        CABIN
    }

    private static final double MARGIN = 220;

    void paint(Graphics2D g, double seconds, int width) {
        double way = width + 2 * MARGIN;
        double along = ((start + pixelsPerSecond * seconds) % way + way) % way;
        double bob = Math.sin(seconds * 1.3 + start) * 1.6 * scale;
        var saved = g.getTransform();
        g.translate(along - MARGIN, waterY + bob);
        g.scale(pixelsPerSecond < 0 ? -scale : scale, scale);
        reflection(g, seconds);
        g.rotate(Math.sin(seconds * 0.9 + start) * 0.018);
        body(g);
        g.setTransform(saved);
    }

    /** Upside down, shorter, faint: near enough to what moving water shows. */
    private void reflection(Graphics2D g, double seconds) {
        var saved = g.getTransform();
        var composite = g.getComposite();
        g.setComposite(AlphaComposite.SrcOver.derive(0.3f));
        g.transform(new AffineTransform(1, 0, 0.1 * Math.sin(seconds * 1.7 + start), -0.62, 0, 5));
        body(g);
        g.setComposite(composite);
        g.setTransform(saved);
    }

    private void body(Graphics2D g) {
        switch (rig) {
            case SAIL -> sail(g);
            case CABIN -> cabin(g);
        }
        var hull = new Path2D.Double();
        hull.moveTo(-62, -13);
        hull.quadTo(-52, 6, -34, 7);
        hull.lineTo(36, 7);
        hull.quadTo(56, 4, 66, -17);
        hull.quadTo(0, -6, -62, -13);
        g.setColor(Palette.HULL);
        g.fill(hull);
    }

    private static void sail(Graphics2D g) {
        g.setColor(Palette.HULL);
        g.setStroke(new BasicStroke(3));
        g.draw(new Line2D.Double(0, -8, 0, -128));
        var main = new Path2D.Double();
        main.moveTo(-4, -122);
        main.quadTo(-46, -66, -52, -24);
        main.quadTo(-26, -17, -4, -22);
        main.closePath();
        g.setColor(Palette.SAIL);
        g.fill(main);
        var jib = new Path2D.Double();
        jib.moveTo(5, -116);
        jib.quadTo(34, -60, 54, -22);
        jib.quadTo(26, -20, 5, -26);
        jib.closePath();
        g.setColor(Palette.between(Palette.SAIL, Palette.LOW_SKY, 0.35));
        g.fill(jib);
    }

    private static void cabin(Graphics2D g) {
        g.setColor(new Color(0x2B2740));
        g.fill(new Rectangle2D.Double(-44, -40, 62, 32));
        g.setColor(Palette.HULL);
        g.fill(new Rectangle2D.Double(-49, -45, 72, 6));
        g.fill(new Rectangle2D.Double(28, -58, 3, 46));
        g.setColor(Palette.LANTERN);
        for (int window = 0; window < 3; window++) {
            g.fill(new Rectangle2D.Double(-38 + 19 * window, -33, 12, 13));
        }
        g.fill(new Ellipse2D.Double(25.5, -64, 8, 8));
    }
}
