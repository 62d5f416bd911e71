// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.demo;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.QuadCurve2D;

/** The near bank: reeds at both lower corners, moved by a light wind. */
final class Reeds {

    private static final int STALKS = 34;

    private final int width;
    private final int height;

    Reeds(int width, int height) {
        this.width = width;
        this.height = height;
    }

    void paint(Graphics2D g, double seconds) {
        g.setColor(Palette.REED);
        for (int i = 0; i < STALKS; i++) {
            boolean left = i % 2 == 0;
            double inward = (i * 0.618 % 1) * 210;
            double root = left ? inward - 20 : width - inward + 20;
            double tall = 215 - inward * 0.75 + 50 * (i * 0.381966 % 1);
            double sway = Math.sin(seconds * 0.7 + root * 0.012) * 13 + Math.sin(seconds * 1.9 + i) * 3;
            double lean = (left ? 18 : -18) + sway;
            double top = height - tall;
            g.setStroke(new BasicStroke(2.6f + i % 3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(new QuadCurve2D.Double(root, height + 6, root, height - tall * 0.45, root + lean, top));
            if (i % 3 == 0) {
                g.fill(new Ellipse2D.Double(root + lean - 4.5, top - 12, 9, 38));
            }
        }
    }
}
