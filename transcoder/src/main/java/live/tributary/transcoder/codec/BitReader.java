// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.codec;

/** Reads a stranger's bits, most significant first, and never beyond the end it was given. */
final class BitReader {

    private final byte[] bytes;
    private final int endBit;
    private int bit;

    BitReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    BitReader(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.bit = from * 8;
        this.endBit = to * 8;
    }

    boolean flag() throws MalformedConfigException {
        return bits(1) == 1;
    }

    /** Up to 32 bits as an unsigned number. */
    long bits(int count) throws MalformedConfigException {
        if (count > endBit - bit) {
            throw new MalformedConfigException("record ends %d bits too early".formatted(count - (endBit - bit)));
        }
        long value = 0;
        for (int end = bit + count; bit < end; bit++) {
            value = value << 1 | (bytes[bit >> 3] >> (7 - (bit & 7)) & 1);
        }
        return value;
    }

    /** Up to 31 bits. */
    int number(int count) throws MalformedConfigException {
        return (int) bits(count);
    }

    void skip(int count) throws MalformedConfigException {
        if (count > endBit - bit) {
            throw new MalformedConfigException("record ends %d bits too early".formatted(count - (endBit - bit)));
        }
        bit += count;
    }

    /**
     * ue(v) of H.264 and H.265, sections 9.1 and 9.2; what does not fit is the largest int. uvlc() of AV1, section 4.10.3,
     * is the same code but for 32 leading zeros, which no real stream has.
     */
    int unsignedGolomb() throws MalformedConfigException {
        int zeros = 0;
        while (!flag()) {
            if (++zeros > 31) {
                throw new MalformedConfigException("Exp-Golomb number of more than 63 bits");
            }
        }
        return (int) Math.min((1L << zeros) - 1 + bits(zeros), Integer.MAX_VALUE);
    }

    int signedGolomb() throws MalformedConfigException {
        long code = unsignedGolomb();
        return (int) ((code & 1) == 1 ? (code + 1) / 2 : -(code / 2));
    }

    /** Bits read so far, those before the start included. */
    int position() {
        return bit;
    }
}
