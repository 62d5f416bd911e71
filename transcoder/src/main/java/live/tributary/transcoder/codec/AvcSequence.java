// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.codec;

import java.util.Set;

import live.tributary.transcoder.media.FrameRate;

/** A sequence parameter set of H.264, section 7.3.2.1.1, read as far as the frame rate. */
final class AvcSequence {

    private static final Set<Integer> PROFILES_WITH_CHROMA =
            Set.of(100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135);
    private static final int EXTENDED_ASPECT_RATIO = 255;

    private final BitReader bits;
    private int chromaFormat = 1;

    private AvcSequence(BitReader bits) {
        this.bits = bits;
    }

    static Picture parse(byte[] unit) throws MalformedConfigException {
        return new AvcSequence(new BitReader(ParameterSets.unescape(unit))).read();
    }

    private Picture read() throws MalformedConfigException {
        bits.skip(8);
        int profile = bits.number(8);
        bits.skip(16);
        bits.unsignedGolomb();
        if (PROFILES_WITH_CHROMA.contains(profile)) {
            readChroma();
        }
        bits.unsignedGolomb();
        skipPictureOrder();
        bits.unsignedGolomb();
        bits.skip(1);
        long width = 16L * (bits.unsignedGolomb() + 1L);
        long mapUnits = bits.unsignedGolomb() + 1L;
        int fieldFactor = bits.flag() ? 1 : 2;
        bits.skip(fieldFactor == 2 ? 2 : 1);
        long height = 16L * fieldFactor * mapUnits;
        if (bits.flag()) {
            int cropX = chromaFormat == 1 || chromaFormat == 2 ? 2 : 1;
            int cropY = (chromaFormat == 1 ? 2 : 1) * fieldFactor;
            width -= cropX * ((long) bits.unsignedGolomb() + bits.unsignedGolomb());
            height -= cropY * ((long) bits.unsignedGolomb() + bits.unsignedGolomb());
        }
        return (bits.flag() ? readUsability() : Usability.UNKNOWN).picture(width, height);
    }

    private void readChroma() throws MalformedConfigException {
        chromaFormat = bits.unsignedGolomb();
        if (chromaFormat == 3) {
            bits.skip(1);
        }
        bits.unsignedGolomb();
        bits.unsignedGolomb();
        bits.skip(1);
        if (bits.flag()) {
            for (int list = 0; list < (chromaFormat == 3 ? 12 : 8); list++) {
                skipScalingList(list < 6 ? 16 : 64);
            }
        }
    }

    private void skipScalingList(int size) throws MalformedConfigException {
        if (!bits.flag()) {
            return;
        }
        int next = 8;
        for (int i = 0; i < size && next != 0; i++) {
            next = (next + bits.signedGolomb()) & 0xFF;
        }
    }

    private void skipPictureOrder() throws MalformedConfigException {
        int type = bits.unsignedGolomb();
        if (type == 0) {
            bits.unsignedGolomb();
        } else if (type == 1) {
            bits.skip(1);
            bits.signedGolomb();
            bits.signedGolomb();
            int cycle = bits.unsignedGolomb();
            for (int i = 0; i < cycle; i++) {
                bits.signedGolomb();
            }
        }
    }

    /** Annex E.1.1. A clock tick is a field, so a frame lasts two. */
    private Usability readUsability() throws MalformedConfigException {
        if (bits.flag() && bits.number(8) == EXTENDED_ASPECT_RATIO) {
            bits.skip(32);
        }
        if (bits.flag()) {
            bits.skip(1);
        }
        int transfer = Usability.readTransfer(bits);
        if (bits.flag()) {
            bits.unsignedGolomb();
            bits.unsignedGolomb();
        }
        return new Usability(bits.flag() ? Usability.readRate(bits, 2) : FrameRate.UNKNOWN, transfer);
    }
}
