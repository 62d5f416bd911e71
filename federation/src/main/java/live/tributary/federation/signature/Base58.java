// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.math.BigInteger;
import java.util.Optional;

/**
 * Base58 with Bitcoin's alphabet, as multibase values write it behind their {@code z}
 * (draft-msporny-base58). Reading takes time by the square of the length, hence the limit.
 */
public final class Base58 {

    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(ALPHABET.length());
    private static final int LENGTH_LIMIT = 128;

    private Base58() {}

    /** The bytes as text; a zero byte at the front is a 1. */
    public static String encode(byte[] bytes) {
        var digits = new StringBuilder();
        var number = new BigInteger(1, bytes);
        while (number.signum() > 0) {
            var divided = number.divideAndRemainder(BASE);
            digits.append(ALPHABET.charAt(divided[1].intValue()));
            number = divided[0];
        }
        for (int i = 0; i < bytes.length && bytes[i] == 0; i++) {
            digits.append(ALPHABET.charAt(0));
        }
        return digits.reverse().toString();
    }

    /** The bytes that a text stands for; empty if it has a foreign character or more than 128 of them. */
    public static Optional<byte[]> decode(String text) {
        if (text.length() > LENGTH_LIMIT) {
            return Optional.empty();
        }
        var number = BigInteger.ZERO;
        for (int i = 0; i < text.length(); i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            number = number.multiply(BASE).add(BigInteger.valueOf(digit));
        }
        return Optional.of(withLeadingZeros(text, number));
    }

    private static byte[] withLeadingZeros(String text, BigInteger number) {
        int zeros = 0;
        while (zeros < text.length() && text.charAt(zeros) == ALPHABET.charAt(0)) {
            zeros++;
        }
        byte[] magnitude = number.signum() == 0 ? new byte[0] : number.toByteArray();
        int sign = magnitude.length > 0 && magnitude[0] == 0 ? 1 : 0;
        byte[] bytes = new byte[zeros + magnitude.length - sign];
        System.arraycopy(magnitude, sign, bytes, zeros, magnitude.length - sign);
        return bytes;
    }
}
