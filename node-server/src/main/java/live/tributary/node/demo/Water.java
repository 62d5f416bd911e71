// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.demo;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/** The river: the landscape upside down, darker, each row swaying by itself, and the sun's glitter on top. */
final class Water {

    private static final int GLITTERS = 190;
    /** How much more of the landscape a row of water shows: rows far away are seen at a flatter angle. */
    private static final double STRETCH = 0.92;

    private final int width;
    private final int waterline;
    private final int height;
    private final int[] mirrored;

    Water(BufferedImage landscape, int pictureHeight) {
        this.width = landscape.getWidth();
        this.waterline = landscape.getHeight();
        this.height = pictureHeight - waterline;
        this.mirrored = darkened(pixels(landscape));
    }

    static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    private static int[] darkened(int[] pixels) {
        int[] dark = new int[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            int red = (int) ((pixels[i] >> 16 & 0xFF) * 0.76);
            int green = (int) ((pixels[i] >> 8 & 0xFF) * 0.68);
            int blue = (int) ((pixels[i] & 0xFF) * 0.74);
            dark[i] = red << 16 | green << 8 | blue;
        }
        return dark;
    }

    /** Copies whole rows, which costs a fiftieth of painting them. */
    void flow(BufferedImage picture, double seconds) {
        int[] target = pixels(picture);
        for (int depth = 0; depth < height; depth++) {
            double near = (double) depth / height;
            double wave = Math.sin(depth * 0.55 / (0.25 + near) - seconds * 1.9) * (1 + 5 * near)
                    + Math.sin(depth * 0.21 / (0.3 + near) + seconds * 1.1) * (1 + 3 * near);
            int source = Math.clamp((int) (waterline - 1 - depth * STRETCH + wave), 0, waterline - 1) * width;
            int shift = (int) Math.round(wave * 0.9);
            int row = (waterline + depth) * width;
            int length = width - Math.abs(shift);
            System.arraycopy(mirrored, source + Math.max(0, -shift), target, row + Math.max(0, shift), length);
            fillEdge(target, row, shift);
        }
    }

    private void fillEdge(int[] target, int row, int shift) {
        int edge = shift > 0 ? target[row + shift] : target[row + width - 1 + shift];
        int from = shift > 0 ? row : row + width + shift;
        Arrays.fill(target, from, from + Math.abs(shift), edge);
    }

    /** The path of light under the sun. */
    void glitter(Graphics2D g, double seconds) {
        for (int i = 0; i < GLITTERS; i++) {
            double near = Math.pow((i + 0.5) / GLITTERS, 1.5);
            double twinkle = Math.sin(seconds * (0.8 + i % 7 * 0.23) + i * 2.399);
            if (twinkle < 0) {
                continue;
            }
            double spread = 20 + 120 * near;
            double x = Landscape.SUN_X + spread * Math.sin(i * 12.9898 + seconds * 0.11);
            double length = (6 + 46 * near) * (0.4 + twinkle);
            g.setColor(Palette.faded(Palette.SUN, (0.85 - 0.5 * near) * twinkle));
            g.fill(new Rectangle2D.Double(x - length / 2, waterline + 3 + near * height, length, 1.4 + 2.2 * near));
        }
    }
}
