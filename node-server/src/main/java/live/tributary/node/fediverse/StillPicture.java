// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

import live.tributary.node.stills.StillSize;

/**
 * The picture that stands for a broadcast before there is one of it: PeerTube refuses a Video without a JPEG. Three streams
 * that join, on the team's colour; no letters, since a server may have no font.
 */
final class StillPicture {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;

    private static final float FULL_CIRCLE = 360f;
    private static final float STRONG = 0.45f;
    private static final float DARK = 0.35f;
    private static final float LIGHT = 0.7f;

    private StillPicture() {}

    /** @param hueDegrees of the team */
    static byte[] paint(int hueDegrees, StillSize size) {
        var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        try {
            graphics.scale((double) size.width() / WIDTH, (double) size.height() / HEIGHT);
            var hue = hueDegrees / FULL_CIRCLE;
            var dark = Color.getHSBColor(hue, STRONG, DARK);
            graphics.setPaint(new GradientPaint(0, 0, Color.getHSBColor(hue, STRONG, LIGHT), WIDTH, HEIGHT, dark));
            graphics.fillRect(0, 0, WIDTH, HEIGHT);
            graphics.setColor(Color.WHITE);
            var middle = WIDTH / 2;
            for (int stream = -1; stream <= 1; stream++) {
                var x = new int[] {middle + stream * 110 - 9, middle + stream * 110 + 9, middle + 9, middle - 9};
                graphics.fillPolygon(x, new int[] {90, 90, 230, 230}, x.length);
            }
            graphics.fillRect(middle - 9, 230, 18, 60);
        } finally {
            graphics.dispose();
        }
        return jpeg(image);
    }

    static byte[] jpeg(BufferedImage image) {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "jpeg", bytes);
            return bytes.toByteArray();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
