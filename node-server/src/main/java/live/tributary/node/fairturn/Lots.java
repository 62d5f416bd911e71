// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

/** From a seed and a group to the group's lot, in integers of 64 bits alone (section 5): logarithms of floating point are
 *  not the same in every language, and not even in two classes of one. */
public final class Lots {

    private static final long ADDED = 0x9E37_79B9_7F4A_7C15L;
    private static final int FRACTION_BITS = 32;

    private Lots() {}

    /** The finaliser of SplitMix64, its increment included. */
    public static long mix64(long bits) {
        long z = bits + ADDED;
        z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return z ^ (z >>> 31);
    }

    /** The random number of a group, unsigned and never 0. */
    static long ticket(Seed seed, Gid gid) {
        return mix64(seed.bits() ^ gid.bits()) | 1;
    }

    /** L: 2^32 times minus the logarithm to base 2 of {@code ticket / 2^64}, one bit after the other: squaring a number
     *  doubles its logarithm, whose next bit is whether the square has passed 2. */
    static long lot(long ticket) {
        int exponent = 63 - Long.numberOfLeadingZeros(ticket);
        long mantissa = ticket << (63 - exponent);
        long fraction = 0;
        for (int i = 0; i < FRACTION_BITS; i++) {
            mantissa = Math.unsignedMultiplyHigh(mantissa, mantissa);
            fraction <<= 1;
            if (mantissa < 0) {
                fraction++;
            } else {
                mantissa <<= 1;
            }
        }
        return (64L << FRACTION_BITS) - (((long) exponent << FRACTION_BITS) + fraction);
    }

    /** What {@link #lot} cannot fall below, for the price of two instructions. */
    static long leastLot(long ticket) {
        return -ticket >>> FRACTION_BITS;
    }
}
