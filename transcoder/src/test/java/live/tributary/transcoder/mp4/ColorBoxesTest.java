// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.mp4;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;

import live.tributary.transcoder.media.ColorDescription;
import live.tributary.transcoder.media.ColorDescription.ContentLight;
import live.tributary.transcoder.media.ColorDescription.MasteringDisplay;
import live.tributary.transcoder.media.ColorDescription.Point;

import static org.assertj.core.api.Assertions.assertThat;

final class ColorBoxesTest {

    private static final int TYPE_COLR = 0x636f6c72;
    private static final MasteringDisplay P3 = new MasteringDisplay(
            new Point(0.68, 0.32),
            new Point(0.265, 0.69),
            new Point(0.15, 0.06),
            new Point(0.3127, 0.329),
            1000,
            0.0001);

    @Test
    void writesHdr10AsTheStandardWantsIt() {
        var hdr10 = new ColorDescription(9, 16, 9, new ContentLight(1000, 400), P3);
        assertThat(HexFormat.of().formatHex(written(hdr10)))
                .isEqualTo("00000013" + "636f6c72" + "6e636c78" + "0009" + "0010" + "0009" + "00"
                        + "00000020" + "6d646376"
                        + "33c2" + "86c4" + "1d4c" + "0bb8" + "84d0" + "3e80" + "3d13" + "4042"
                        + "00989680" + "00000001"
                        + "0000000c" + "636c6c69" + "03e8" + "0190");
    }

    @Test
    void writesNothingWhereNothingWasSaid() {
        assertThat(written(ColorDescription.NONE)).isEmpty();
    }

    @Test
    void writesWhatIsKnownOfHybridLogGamma() {
        var written = ByteBuffer.wrap(written(new ColorDescription(9, 18, 9, null, null)));
        assertThat(written.getInt()).isEqualTo(written.capacity());
        assertThat(written.getInt()).isEqualTo(TYPE_COLR);
    }

    private static byte[] written(ColorDescription colors) {
        var out = ByteBuffer.allocate(256);
        new ColorBoxes(new BoxWriter(out)).write(colors);
        return Arrays.copyOf(out.array(), out.position());
    }
}
