// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * Makes other sizes of our own stills. Some ten milliseconds of work each, for virtual threads and not for event loops.
 * Never for pictures of strangers: those could be of any size.
 */
public final class JpegScaler {

    private JpegScaler() {}

    /** The whole picture at this width; empty where it cannot be read. */
    static Optional<byte[]> narrowed(byte[] jpeg, int width) {
        return read(jpeg)
                .map(picture -> write(draw(
                        picture,
                        new JpegSize(
                                width,
                                Math.max(1, Math.round((float) width * picture.getHeight() / picture.getWidth()))))));
    }

    /** The whole picture inside one of exactly this size, with black beside it; empty where it cannot be read. */
    public static Optional<byte[]> framed(byte[] jpeg, JpegSize size) {
        return JpegSize.of(jpeg).filter(size::equals).isPresent()
                ? Optional.of(jpeg)
                : read(jpeg).map(picture -> write(draw(picture, size)));
    }

    private static BufferedImage draw(BufferedImage picture, JpegSize size) {
        var scale = Math.min((double) size.width() / picture.getWidth(), (double) size.height() / picture.getHeight());
        var width = (int) Math.round(picture.getWidth() * scale);
        var height = (int) Math.round(picture.getHeight() * scale);
        var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(picture, (size.width() - width) / 2, (size.height() - height) / 2, width, height, null);
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private static Optional<BufferedImage> read(byte[] jpeg) {
        try {
            return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(jpeg)));
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    private static byte[] write(BufferedImage image) {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "jpeg", bytes);
            return bytes.toByteArray();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
