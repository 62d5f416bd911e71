// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.demo;

import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/** The ten digits as lines to be drawn with a round pen, so that no font of the machine is needed. */
final class Digits {

    static final double WIDTH = 44;
    static final double HEIGHT = 80;

    private static final double MIDDLE = HEIGHT / 2;

    private Digits() {}

    /** Lines from (0, 0) at the top left to ({@value #WIDTH}, {@value #HEIGHT}). */
    static List<Shape> of(int digit) {
        return switch (digit) {
            case 0 -> List.of(new RoundRectangle2D.Double(0, 0, WIDTH, HEIGHT, WIDTH, WIDTH));
            case 1 -> List.of(path(8, 16, 26, 0, 26, HEIGHT));
            case 2 -> List.of(upperHook(), path(WIDTH - 3, 32, 0, HEIGHT, WIDTH, HEIGHT));
            case 3 -> List.of(path(2, 0, WIDTH - 3, 0, 18, 32), bowl(32, 90, -215));
            case 4 -> List.of(path(34, HEIGHT, 34, 0, 0, 56, WIDTH, 56));
            case 5 -> List.of(path(WIDTH - 4, 0, 6, 0, 3, 36), bowl(32, 125, -250));
            case 6 -> List.of(ring(HEIGHT - WIDTH - 2), curve(34, 0, 4, 26, 0, 56));
            case 7 -> List.of(path(0, 0, WIDTH, 0, 14, HEIGHT));
            case 8 -> List.of(ring(HEIGHT - WIDTH), new Arc2D.Double(5, 0, WIDTH - 10, MIDDLE - 4, 0, 360, Arc2D.OPEN));
            case 9 -> List.of(ring(0), curve(10, HEIGHT, 40, 54, WIDTH, 24));
            default -> throw new IllegalArgumentException("not a digit: " + digit);
        };
    }

    private static Shape upperHook() {
        return new Arc2D.Double(0, 0, WIDTH, WIDTH, 165, -185, Arc2D.OPEN);
    }

    private static Shape bowl(double top, double startDegrees, double degrees) {
        return new Arc2D.Double(0, top, WIDTH, HEIGHT - top, startDegrees, degrees, Arc2D.OPEN);
    }

    private static Shape ring(double top) {
        return new Arc2D.Double(0, top, WIDTH, WIDTH, 0, 360, Arc2D.OPEN);
    }

    private static Shape curve(double x, double y, double bendX, double bendY, double endX, double endY) {
        var path = new Path2D.Double();
        path.moveTo(x, y);
        path.quadTo(bendX, bendY, endX, endY);
        return path;
    }

    private static Shape path(double... coordinates) {
        var path = new Path2D.Double();
        path.moveTo(coordinates[0], coordinates[1]);
        for (int i = 2; i < coordinates.length; i += 2) {
            path.lineTo(coordinates[i], coordinates[i + 1]);
        }
        return path;
    }
}
