// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.codec;

/** Walks over the open bitstream units of AV1, section 5.3, in the low-overhead format. */
final class ObuReader {

    static final int SEQUENCE_HEADER = 1;
    static final int TEMPORAL_DELIMITER = 2;

    private final byte[] bytes;
    private int unitFrom;
    private int payloadFrom;
    private int end;

    ObuReader(byte[] bytes, int from) {
        this.bytes = bytes;
        this.end = from;
    }

    /** Steps to the next unit; false at the end. */
    boolean next() throws MalformedConfigException {
        if (end == bytes.length) {
            return false;
        }
        unitFrom = end;
        payloadFrom = unitFrom + ((bytes[unitFrom] & 4) == 0 ? 1 : 2);
        boolean sized = (bytes[unitFrom] & 2) != 0;
        long length = sized ? readLength() : bytes.length - payloadFrom;
        if (length < 0 || length > bytes.length - payloadFrom) {
            throw new MalformedConfigException("an AV1 unit is longer than what holds it");
        }
        end = payloadFrom + (int) length;
        return true;
    }

    /** leb128(), section 4.10.5. */
    private long readLength() throws MalformedConfigException {
        long length = 0;
        for (int i = 0; i < 8; i++) {
            if (payloadFrom >= bytes.length) {
                throw new MalformedConfigException("an AV1 unit ends within its length");
            }
            byte b = bytes[payloadFrom++];
            length |= (b & 0x7FL) << (7 * i);
            if (b >= 0) {
                return length;
            }
        }
        throw new MalformedConfigException("an AV1 length of more than eight bytes");
    }

    int type() {
        return bytes[unitFrom] >> 3 & 0xF;
    }

    int unitFrom() {
        return unitFrom;
    }

    int end() {
        return end;
    }

    BitReader payload() {
        return new BitReader(bytes, payloadFrom, end);
    }
}
