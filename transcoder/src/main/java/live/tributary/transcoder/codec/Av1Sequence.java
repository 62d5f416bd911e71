// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.codec;

import live.tributary.transcoder.media.FrameRate;

/** The sequence header of AV1, section 5.5, read as far as the colour. */
final class Av1Sequence {

    private final BitReader bits;
    private FrameRate rate = FrameRate.UNKNOWN;
    private boolean reduced;

    private Av1Sequence(BitReader bits) {
        this.bits = bits;
    }

    static Picture find(byte[] record, int from) throws MalformedConfigException {
        var units = new ObuReader(record, from);
        while (units.next()) {
            if (units.type() == ObuReader.SEQUENCE_HEADER) {
                return new Av1Sequence(units.payload()).read();
            }
        }
        throw new MalformedConfigException("no AV1 sequence header");
    }

    private Picture read() throws MalformedConfigException {
        int profile = bits.number(3);
        bits.skip(1);
        reduced = bits.flag();
        if (reduced) {
            bits.skip(5);
        } else {
            readTimingAndOperatingPoints();
        }
        int widthBits = bits.number(4) + 1;
        int heightBits = bits.number(4) + 1;
        long width = bits.bits(widthBits) + 1;
        long height = bits.bits(heightBits) + 1;
        skipTools();
        return new Usability(rate, readTransfer(profile)).picture(width, height);
    }

    private void readTimingAndOperatingPoints() throws MalformedConfigException {
        boolean timing = bits.flag();
        int delayBits = 0;
        if (timing) {
            long unitsInTick = bits.bits(32);
            long timeScale = bits.bits(32);
            boolean equalIntervals = bits.flag();
            long ticksPerFrame = equalIntervals ? bits.unsignedGolomb() + 1L : 0;
            if (unitsInTick > 0 && equalIntervals && ticksPerFrame < 1 << 16) {
                rate = new FrameRate(timeScale, unitsInTick * ticksPerFrame);
            }
            if (bits.flag()) {
                delayBits = bits.number(5) + 1;
                bits.skip(32 + 5 + 5);
            }
        }
        boolean initialDelays = bits.flag();
        int points = bits.number(5) + 1;
        for (int i = 0; i < points; i++) {
            skipOperatingPoint(delayBits, initialDelays);
        }
    }

    private void skipOperatingPoint(int delayBits, boolean initialDelays) throws MalformedConfigException {
        bits.skip(12);
        if (bits.number(5) > 7) {
            bits.skip(1);
        }
        if (delayBits > 0 && bits.flag()) {
            bits.skip(2 * delayBits + 1);
        }
        if (initialDelays && bits.flag()) {
            bits.skip(4);
        }
    }

    private void skipTools() throws MalformedConfigException {
        if (!reduced && bits.flag()) {
            bits.skip(4 + 3);
        }
        bits.skip(3);
        if (!reduced) {
            bits.skip(4);
            boolean orderHint = bits.flag();
            bits.skip(orderHint ? 2 : 0);
            skipScreenContent();
            bits.skip(orderHint ? 3 : 0);
        }
        bits.skip(3);
    }

    /** seq_choose_screen_content_tools and what hangs on it. */
    private void skipScreenContent() throws MalformedConfigException {
        boolean chosenByFrame = bits.flag();
        boolean possible = chosenByFrame || bits.flag();
        if (possible && !bits.flag()) {
            bits.skip(1);
        }
    }

    private int readTransfer(int profile) throws MalformedConfigException {
        boolean high = bits.flag();
        if (profile == 2 && high) {
            bits.skip(1);
        }
        if (profile != 1) {
            bits.skip(1);
        }
        if (!bits.flag()) {
            return Picture.UNSPECIFIED;
        }
        bits.skip(8);
        return bits.number(8);
    }
}
