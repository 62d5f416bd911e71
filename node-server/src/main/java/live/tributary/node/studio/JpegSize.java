// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.util.Optional;

/**
 * How large a JPEG is, as its frame header says (ITU-T T.81, B.2.2).
 *
 * @param width pixels
 * @param height pixels
 */
public record JpegSize(int width, int height) {

    private static final int MARKER = 0xFF;
    private static final int START_OF_IMAGE = 0xD8;
    private static final int START_OF_SCAN = 0xDA;
    /** Length, sample precision, lines, samples per line. */
    private static final int FRAME_HEADER_BYTES = 7;

    /** Empty for anything that is no JPEG, or does not say its size before its data. */
    public static Optional<JpegSize> of(byte[] jpeg) {
        if (jpeg.length < 2 || unsigned(jpeg, 0) != MARKER || unsigned(jpeg, 1) != START_OF_IMAGE) {
            return Optional.empty();
        }
        var at = 2;
        while (at + 2 + FRAME_HEADER_BYTES <= jpeg.length && unsigned(jpeg, at) == MARKER) {
            var marker = unsigned(jpeg, at + 1);
            if (isFrame(marker)) {
                return positive(word(jpeg, at + 7), word(jpeg, at + 5));
            }
            if (marker == START_OF_SCAN) {
                return Optional.empty();
            }
            // Two bytes of marker; a segment's length counts itself, and so is never shorter than two.
            at += 2 + Math.max(2, word(jpeg, at + 2));
        }
        return Optional.empty();
    }

    /** SOF0 to SOF15 but for DHT (C4), JPG (C8) and DAC (CC), which lie between them (T.81, table B.1). */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static Optional<JpegSize> positive(int width, int height) {
        return width > 0 && height > 0 ? Optional.of(new JpegSize(width, height)) : Optional.empty();
    }

    private static int word(byte[] bytes, int at) {
        return unsigned(bytes, at) << Byte.SIZE | unsigned(bytes, at + 1);
    }

    private static int unsigned(byte[] bytes, int at) {
        return Byte.toUnsignedInt(bytes[at]);
    }
}
