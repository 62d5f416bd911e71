// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.codec;

/**
 * Finds CEA-608 captions in supplemental enhancement information (H.264, annex D; ANSI/SCTE 128-1, 8.1). Padding is no
 * caption: many encoders send empty pairs all the time.
 */
final class Captions {

    private static final int REGISTERED_USER_DATA = 4;
    /** Country United States, provider ATSC, "GA94", caption data. */
    private static final byte[] ATSC_CAPTIONS = {(byte) 0xB5, 0, 0x31, 'G', 'A', '9', '4', 3};

    private static final int PAIRS_FROM = ATSC_CAPTIONS.length + 2;
    private static final int BYTES_OF_PAIR = 3;
    private static final int VALID = 4;
    private static final int PARITY = 0x80;

    private final byte[] sei;
    private int at;

    private Captions(byte[] sei, int from) {
        this.sei = sei;
        this.at = from;
    }

    /** Whether a SEI unit with a header of so many bytes holds a pair that is not padding. */
    static boolean in(byte[] unit, int headerBytes) {
        return new Captions(ParameterSets.unescape(unit), headerBytes).found();
    }

    private boolean found() {
        // A message is at least two bytes long; less is the trailing bits.
        while (at + 2 < sei.length) {
            int type = number();
            int size = number();
            int end = Math.min(sei.length, at + size);
            if (type == REGISTERED_USER_DATA && hasPair(at, end)) {
                return true;
            }
            at = end;
        }
        return false;
    }

    /** Types and sizes are sums of bytes up to one that is not 255. */
    private int number() {
        int sum = 0;
        while (at < sei.length) {
            int next = sei[at++] & 0xFF;
            sum += next;
            if (next < 0xFF) {
                break;
            }
        }
        return sum;
    }

    private boolean hasPair(int from, int end) {
        if (end - from < PAIRS_FROM) {
            return false;
        }
        for (int i = 0; i < ATSC_CAPTIONS.length; i++) {
            if (sei[from + i] != ATSC_CAPTIONS[i]) {
                return false;
            }
        }
        int pairs = sei[from + ATSC_CAPTIONS.length] & 0x1F;
        for (int pair = 0, p = from + PAIRS_FROM;
                pair < pairs && p + BYTES_OF_PAIR <= end;
                pair++, p += BYTES_OF_PAIR) {
            if (isSpoken(sei[p], sei[p + 1], sei[p + 2])) {
                return true;
            }
        }
        return false;
    }

    /** Types 0 and 1 are the two fields of CEA-608; 2 and 3 are CEA-708. */
    private static boolean isSpoken(byte marker, byte first, byte second) {
        return (marker & VALID) != 0 && (marker & 3) < 2 && ((first | second) & ~PARITY & 0xFF) != 0;
    }
}
