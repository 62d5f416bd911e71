// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.codec;

import live.tributary.transcoder.media.ColorDescription;
import live.tributary.transcoder.media.FrameRate;
import live.tributary.transcoder.media.StreamHints;

/**
 * What a sequence header says of its pictures.
 *
 * @param width pixels after cropping, at least 1
 * @param height pixels after cropping, at least 1
 * @param rate as announced; unknown when it is not, or when it is beyond belief
 * @param transfer transfer characteristics of ISO/IEC 23091-2, 8.2; 2 when unspecified
 */
public record Picture(int width, int height, FrameRate rate, int transfer) {

    static final int UNSPECIFIED = 2;

    /** The largest that is taken, upright or not. */
    private static final int LONG_SIDE = 4096;

    private static final int SHORT_SIDE = 2304;
    private static final int BT2020_TEN_BIT = 14;
    private static final int PQ = 16;
    private static final int HLG = 18;

    public Picture {
        // A fraction of large numbers would overflow the arithmetic of a long broadcast.
        rate = FrameRate.of(rate.perSecond());
        if (transfer < 0 || transfer > HLG || transfer == BT2020_TEN_BIT) {
            transfer = UNSPECIFIED;
        }
    }

    /** Whether it is no larger than is taken from publishers and encoders. */
    public boolean fits() {
        return Math.max(width, height) <= LONG_SIDE && Math.min(width, height) <= SHORT_SIDE;
    }

    /** SMPTE ST 2084. */
    public boolean perceptualQuantizer() {
        return transfer == PQ;
    }

    /** ARIB STD-B67. */
    public boolean hybridLogGamma() {
        return transfer == HLG;
    }

    /** The same picture, with the transfer that was said beside the stream where its own headers are silent. */
    public Picture in(ColorDescription colors) {
        return transfer == UNSPECIFIED ? new Picture(width, height, rate, colors.transfer()) : this;
    }

    /** For a record that does not tell its size. */
    static Picture of(StreamHints hints, int transfer) throws MalformedConfigException {
        if (hints.width() <= 0 || hints.height() <= 0) {
            throw new MalformedConfigException("neither the record nor the metadata tell the size of the picture");
        }
        return new Picture(hints.width(), hints.height(), FrameRate.UNKNOWN, transfer);
    }
}
