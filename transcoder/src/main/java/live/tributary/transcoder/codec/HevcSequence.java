// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.codec;

import live.tributary.transcoder.media.FrameRate;

/** A sequence parameter set of H.265, section 7.3.2.2, read as far as the frame rate. */
final class HevcSequence {

    private static final int EXTENDED_ASPECT_RATIO = 255;
    private static final int MOST_REFERENCE_SETS = 64;
    private static final int MOST_REFERENCES = 16;

    private final BitReader bits;

    private HevcSequence(BitReader bits) {
        this.bits = bits;
    }

    static Picture parse(byte[] unit) throws MalformedConfigException {
        return new HevcSequence(new BitReader(ParameterSets.unescape(unit))).read();
    }

    private Picture read() throws MalformedConfigException {
        bits.skip(16 + 4);
        int subLayers = bits.number(3);
        bits.skip(1);
        skipProfileTierLevel(subLayers);
        bits.unsignedGolomb();
        int chromaFormat = bits.unsignedGolomb();
        if (chromaFormat == 3) {
            bits.skip(1);
        }
        long width = bits.unsignedGolomb();
        long height = bits.unsignedGolomb();
        if (bits.flag()) {
            width -= (chromaFormat == 1 || chromaFormat == 2 ? 2L : 1L)
                    * (bits.unsignedGolomb() + (long) bits.unsignedGolomb());
            height -= (chromaFormat == 1 ? 2L : 1L) * (bits.unsignedGolomb() + (long) bits.unsignedGolomb());
        }
        return readOptionalUsability(subLayers).picture(width, height);
    }

    /** The size is what matters; a part behind it that is not understood costs only rate and colour. */
    private Usability readOptionalUsability(int subLayers) {
        try {
            skipToUsability(subLayers);
            return bits.flag() ? readUsability() : Usability.UNKNOWN;
        } catch (MalformedConfigException unreadable) {
            return Usability.UNKNOWN;
        }
    }

    private void skipProfileTierLevel(int subLayers) throws MalformedConfigException {
        bits.skip(88 + 8);
        int present = 0;
        for (int i = 0; i < 8 && subLayers > 0; i++) {
            int flags = bits.number(2);
            present += i < subLayers ? (flags >> 1) * 88 + (flags & 1) * 8 : 0;
        }
        bits.skip(present);
    }

    private void skipToUsability(int subLayers) throws MalformedConfigException {
        skipGolombs(2);
        int orderBits = bits.unsignedGolomb() + 4;
        skipGolombs(3 * (bits.flag() ? subLayers + 1 : 1));
        skipGolombs(6);
        boolean scaling = bits.flag();
        if (scaling && bits.flag()) {
            skipScalingLists();
        }
        bits.skip(2);
        if (bits.flag()) {
            bits.skip(8);
            skipGolombs(2);
            bits.skip(1);
        }
        skipShortTermSets();
        if (bits.flag()) {
            int pictures = bits.unsignedGolomb();
            for (int i = 0; i < pictures; i++) {
                bits.skip(orderBits + 1);
            }
        }
        bits.skip(2);
    }

    private void skipGolombs(int count) throws MalformedConfigException {
        for (int i = 0; i < count; i++) {
            bits.unsignedGolomb();
        }
    }

    /** Section 7.3.4. */
    private void skipScalingLists() throws MalformedConfigException {
        for (int size = 0; size < 4; size++) {
            for (int matrix = 0; matrix < 6; matrix += size == 3 ? 3 : 1) {
                if (bits.flag()) {
                    skipGolombs(Math.min(64, 1 << (4 + (size << 1))) + (size > 1 ? 1 : 0));
                } else {
                    bits.unsignedGolomb();
                }
            }
        }
    }

    /** Section 7.3.7: a set is either a list of its own or told by its difference to the one before. */
    private void skipShortTermSets() throws MalformedConfigException {
        int sets = bits.unsignedGolomb();
        if (sets > MOST_REFERENCE_SETS) {
            throw new MalformedConfigException("%d reference picture sets".formatted(sets));
        }
        int references = 0;
        for (int set = 0; set < sets; set++) {
            references = set > 0 && bits.flag() ? skipPredictedSet(references) : skipOwnSet();
        }
    }

    private int skipPredictedSet(int references) throws MalformedConfigException {
        bits.skip(1);
        bits.unsignedGolomb();
        int kept = 0;
        for (int i = 0; i <= references; i++) {
            boolean used = bits.flag();
            kept += used || bits.flag() ? 1 : 0;
        }
        return kept;
    }

    private int skipOwnSet() throws MalformedConfigException {
        int references = Math.addExact(capped(bits.unsignedGolomb()), capped(bits.unsignedGolomb()));
        for (int i = 0; i < references; i++) {
            bits.unsignedGolomb();
            bits.skip(1);
        }
        return references;
    }

    private static int capped(int references) throws MalformedConfigException {
        if (references > MOST_REFERENCES) {
            throw new MalformedConfigException("%d reference pictures".formatted(references));
        }
        return references;
    }

    /** Annex E.2.1. */
    private Usability readUsability() throws MalformedConfigException {
        if (bits.flag() && bits.number(8) == EXTENDED_ASPECT_RATIO) {
            bits.skip(32);
        }
        if (bits.flag()) {
            bits.skip(1);
        }
        int transfer = Usability.readTransfer(bits);
        if (bits.flag()) {
            skipGolombs(2);
        }
        bits.skip(3);
        if (bits.flag()) {
            skipGolombs(4);
        }
        return new Usability(bits.flag() ? Usability.readRate(bits, 1) : FrameRate.UNKNOWN, transfer);
    }
}
