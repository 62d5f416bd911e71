// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.time.LocalTime;

/** The time of day in the sky, and below it a line that fills once a second: by it a viewer sees the delay. */
final class ClockFace {

    private static final double GAP = 16;
    private static final double COLON = 22;
    private static final double WIDTH = 6 * Digits.WIDTH + 5 * GAP + 2 * COLON;
    private static final BasicStroke PEN = new BasicStroke(7, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke THIN = new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final double left;
    private final double top;

    ClockFace(int pictureWidth, double top) {
        this.left = (pictureWidth - WIDTH) / 2;
        this.top = top;
    }

    void paint(Graphics2D g, LocalTime time) {
        digits(g, time, 2, 3, Palette.faded(Palette.ZENITH, 0.4));
        digits(g, time, 0, 0, Palette.INK);
        double line = top + Digits.HEIGHT + 26;
        g.setStroke(THIN);
        g.setColor(Palette.faded(Palette.INK, 0.22));
        g.draw(new Line2D.Double(left, line, left + WIDTH, line));
        g.setColor(Palette.faded(Palette.INK, 0.9));
        g.draw(new Line2D.Double(left, line, left + WIDTH * partOfSecond(time), line));
    }

    private static double partOfSecond(LocalTime time) {
        return time.toNanoOfDay() % NANOS_PER_SECOND / (double) NANOS_PER_SECOND;
    }

    private void digits(Graphics2D g, LocalTime time, double dx, double dy, Color color) {
        g.setStroke(PEN);
        g.setColor(color);
        double x = left + dx;
        x = pair(g, time.getHour(), x, top + dy);
        x = colon(g, x, top + dy);
        x = pair(g, time.getMinute(), x, top + dy);
        x = colon(g, x, top + dy);
        pair(g, time.getSecond(), x, top + dy);
    }

    private static double pair(Graphics2D g, int number, double x, double y) {
        draw(g, number / 10, x, y);
        draw(g, number % 10, x + Digits.WIDTH + GAP, y);
        return x + 2 * (Digits.WIDTH + GAP);
    }

    private static void draw(Graphics2D g, int digit, double x, double y) {
        var place = AffineTransform.getTranslateInstance(x, y);
        for (Shape line : Digits.of(digit)) {
            g.draw(place.createTransformedShape(line));
        }
    }

    private static double colon(Graphics2D g, double x, double y) {
        double middle = x + (COLON - GAP) / 2;
        for (double height : new double[] {0.32, 0.7}) {
            double dot = y + height * Digits.HEIGHT;
            g.draw(new Line2D.Double(middle, dot, middle, dot));
        }
        return x + COLON;
    }
}
