// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.tag;

import io.netty.buffer.ByteBuf;

/**
 * What stands before the real packet type (Enhanced RTMP v2, "ModEx").
 *
 * @param packetType the real one
 * @param nanoseconds to be added to the presentation time, 0 to 999,999
 */
record ModEx(int packetType, int nanoseconds) {
    /** The packet type that says: a modifier follows. The same number for sound and picture. */
    private static final int MARKER = 7;

    private static final int TIMESTAMP_OFFSET_NANO = 0;
    private static final int OFFSET_BYTES = 3;
    private static final int LARGEST_OFFSET = 999_999;
    private static final int SIZE_FOLLOWS = 256;

    /** Reads modifiers until another packet type comes. Unknown ones are skipped by their size. */
    static ModEx read(ByteBuf in, int firstPacketType) {
        int packetType = firstPacketType;
        int nanoseconds = 0;
        while (packetType == MARKER) {
            int size = size(in);
            ByteBuf data = Bytes.require(in, size + 1).readSlice(size);
            int kindAndNext = in.readUnsignedByte();
            if (kindAndNext >> 4 == TIMESTAMP_OFFSET_NANO) {
                nanoseconds = offset(data);
            }
            packetType = kindAndNext & 0x0F;
        }
        return new ModEx(packetType, nanoseconds);
    }

    private static int size(ByteBuf in) {
        int size = Bytes.require(in, 1).readUnsignedByte() + 1;
        return size == SIZE_FOLLOWS ? Bytes.require(in, Short.BYTES).readUnsignedShort() + 1 : size;
    }

    private static int offset(ByteBuf data) {
        int nanoseconds = Bytes.require(data, OFFSET_BYTES).readUnsignedMedium();
        if (nanoseconds > LARGEST_OFFSET) {
            throw Bytes.bad("has an offset of a millisecond or more: " + nanoseconds + " ns");
        }
        return nanoseconds;
    }
}
