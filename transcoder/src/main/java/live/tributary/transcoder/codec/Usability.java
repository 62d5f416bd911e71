// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.codec;

import live.tributary.transcoder.media.FrameRate;

/** What H.264 and H.265 call video usability information, as far as it matters here. */
record Usability(FrameRate rate, int transfer) {

    static final Usability UNKNOWN = new Usability(FrameRate.UNKNOWN, Picture.UNSPECIFIED);

    /** {@code video_signal_type}, equal in both codecs (Annex E). */
    static int readTransfer(BitReader bits) throws MalformedConfigException {
        if (!bits.flag()) {
            return Picture.UNSPECIFIED;
        }
        bits.skip(3 + 1);
        if (!bits.flag()) {
            return Picture.UNSPECIFIED;
        }
        bits.skip(8);
        int transfer = bits.number(8);
        bits.skip(8);
        return transfer;
    }

    /** {@code num_units_in_tick} and {@code time_scale}. */
    static FrameRate readRate(BitReader bits, int ticksPerFrame) throws MalformedConfigException {
        long unitsInTick = bits.bits(32);
        long timeScale = bits.bits(32);
        return unitsInTick == 0 ? FrameRate.UNKNOWN : new FrameRate(timeScale, unitsInTick * ticksPerFrame);
    }

    /** A picture of that size, if it is a size at all. */
    Picture picture(long width, long height) throws MalformedConfigException {
        if (width < 1 || height < 1 || width > 0xFFFF || height > 0xFFFF) {
            throw new MalformedConfigException("picture of %d × %d".formatted(width, height));
        }
        return new Picture((int) width, (int) height, rate, transfer);
    }
}
