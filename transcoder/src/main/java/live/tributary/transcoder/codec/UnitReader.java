// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.codec;

import java.util.Arrays;

/** Walks over the length-prefixed units of an AVC or HEVC frame (ISO/IEC 14496-15, 4.3.3). */
final class UnitReader {

    private final byte[] frame;
    private final int lengthSize;
    private int prefixFrom;
    private int from;
    private int end;

    UnitReader(byte[] frame, int lengthSize) {
        this.frame = frame;
        this.lengthSize = lengthSize;
    }

    /** Steps to the next unit that is not empty; false at the end. */
    boolean next() throws MalformedConfigException {
        do {
            if (end == frame.length) {
                return false;
            }
            if (frame.length - end < lengthSize) {
                throw new MalformedConfigException("a frame ends within the length of a unit");
            }
            prefixFrom = end;
            from = end + lengthSize;
            long length = 0;
            for (int i = prefixFrom; i < from; i++) {
                length = length << 8 | (frame[i] & 0xFF);
            }
            if (length > frame.length - from) {
                throw new MalformedConfigException(
                        "a unit of %d bytes in a frame of %d".formatted(length, frame.length));
            }
            end = from + (int) length;
        } while (end == from);
        return true;
    }

    int firstByte() {
        return frame[from] & 0xFF;
    }

    /** The unit without its length. */
    byte[] unit() {
        return Arrays.copyOfRange(frame, from, end);
    }

    int prefixFrom() {
        return prefixFrom;
    }

    int end() {
        return end;
    }
}
