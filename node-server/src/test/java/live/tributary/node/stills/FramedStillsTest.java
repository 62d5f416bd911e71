// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.stills;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import live.tributary.node.kernel.BroadcastId;

import static org.assertj.core.api.Assertions.assertThat;

final class FramedStillsTest {

    private static final BroadcastId EVENING = BroadcastId.next(Instant.parse("2026-11-25T12:00:00Z"));

    private final FramedStills stills = new FramedStills(2);
    private int asked;

    /** Size of the still; colours in the middle and in the corner of what is sent. */
    @ParameterizedTest
    @CsvSource({"640, 360, white, white", "640, 480, white, black", "360, 640, white, black", "64, 36, white, white"})
    void haveTheSizeThatTheDocumentNames(int width, int height, String middle, String corner) throws IOException {
        for (var size : StillSize.values()) {
            var still = stills.of(key("a", size), () -> Optional.of(white(width, height)));
            var image = ImageIO.read(new ByteArrayInputStream(still.orElseThrow()));
            assertThat(image.getWidth()).isEqualTo(size.width());
            assertThat(image.getHeight()).isEqualTo(size.height());
            assertThat(colour(image, size.width() / 2, size.height() / 2)).isEqualTo(middle);
            assertThat(colour(image, 2, 2)).isEqualTo(corner);
        }
    }

    @Test
    void goOutAsTheyAreWhereTheyFit() {
        var fitting = white(640, 360);
        assertThat(stills.of(key("a", StillSize.SMALL), () -> Optional.of(fitting)))
                .containsSame(fitting);
    }

    @Test
    void areMadeOnceAndOnlySoManyAreKept() {
        ask("a");
        ask("a");
        assertThat(asked).isEqualTo(1);
        ask("b");
        ask("c");
        ask("a");
        assertThat(asked).isEqualTo(4);
    }

    @Test
    void areForgottenWithTheirBroadcast() {
        ask("a");
        stills.forget(EVENING);
        ask("a");
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void areNoneWhereThePictureIsBroken() {
        assertThat(stills.of(key("a", StillSize.SMALL), () -> Optional.of(new byte[] {1, 2, 3})))
                .isEmpty();
        assertThat(stills.of(key("b", StillSize.SMALL), Optional::empty)).isEmpty();
    }

    private void ask(String version) {
        stills.of(key(version, StillSize.SMALL), () -> {
            asked++;
            return Optional.of(white(64, 36));
        });
    }

    private static FramedStills.Key key(String version, StillSize size) {
        return new FramedStills.Key(EVENING, version, size);
    }

    private static String colour(BufferedImage image, int x, int y) {
        return (image.getRGB(x, y) & 0xFF) > 0x80 ? "white" : "black";
    }

    private static byte[] white(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "jpeg", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
