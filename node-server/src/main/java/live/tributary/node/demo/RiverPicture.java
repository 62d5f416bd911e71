// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.demo;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.time.LocalTime;
import java.util.List;

/**
 * A slow river in the evening, one picture after the other.
 *
 * <p>Used by one thread. What stands still is painted once and copied, so that a picture costs some milliseconds.
 */
final class RiverPicture {

    static final int WIDTH = 1280;
    static final int HEIGHT = 720;
    static final int FRAMES_PER_SECOND = 30;
    private static final int WATERLINE = 400;

    private static final List<Boat> FAR_BOATS = List.of(
            new Boat(WATERLINE + 22, 0.42, 7, 480, Boat.Rig.SAIL),
            new Boat(WATERLINE + 34, 0.5, -9, 250, Boat.Rig.CABIN));
    private static final List<Boat> NEAR_BOATS = List.of(
            new Boat(WATERLINE + 112, 1.05, 21, 620, Boat.Rig.SAIL),
            new Boat(WATERLINE + 186, 1.5, -26, 700, Boat.Rig.CABIN));

    private final BufferedImage landscape = Landscape.paint(WIDTH, WATERLINE);
    private final BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Water water = new Water(landscape, HEIGHT);
    private final Lanterns lanterns = new Lanterns(WIDTH, WATERLINE, HEIGHT);
    private final Reeds reeds = new Reeds(WIDTH, HEIGHT);
    private final ClockFace clockFace = new ClockFace(WIDTH, 64);

    /**
     * Paints one picture.
     *
     * @param seconds since the programme began; decides where everything is
     * @return the image itself, good until the next call
     */
    BufferedImage paint(double seconds, LocalTime time) {
        System.arraycopy(Water.pixels(landscape), 0, Water.pixels(picture), 0, WIDTH * WATERLINE);
        water.flow(picture, seconds);
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        water.glitter(g, seconds);
        FAR_BOATS.forEach(boat -> boat.paint(g, seconds, WIDTH));
        lanterns.paint(g, seconds);
        NEAR_BOATS.forEach(boat -> boat.paint(g, seconds, WIDTH));
        reeds.paint(g, seconds);
        clockFace.paint(g, time);
        g.dispose();
        return picture;
    }
}
