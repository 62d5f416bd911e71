// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.mp4;

import java.nio.ByteBuffer;

/** Writes boxes into a big-endian buffer; a box's size is filled in when it is closed. */
final class BoxWriter {

    private final ByteBuffer out;

    BoxWriter(ByteBuffer out) {
        this.out = out;
    }

    /** A box whose content is written between its opening and its closing. */
    interface Content {
        void write();
    }

    BoxWriter box(String type, Content content) {
        int start = out.position();
        out.putInt(0);
        for (int i = 0; i < 4; i++) {
            out.put((byte) type.charAt(i));
        }
        content.write();
        out.putInt(start, out.position() - start);
        return this;
    }

    BoxWriter fullBox(String type, int version, int flags, Content content) {
        return box(type, () -> {
            out.putInt(version << 24 | flags);
            content.write();
        });
    }

    BoxWriter text(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            out.put((byte) ascii.charAt(i));
        }
        return this;
    }

    BoxWriter u8(int value) {
        out.put((byte) value);
        return this;
    }

    BoxWriter u16(int value) {
        out.putShort((short) value);
        return this;
    }

    BoxWriter u32(long value) {
        out.putInt((int) value);
        return this;
    }

    BoxWriter u64(long value) {
        out.putLong(value);
        return this;
    }

    BoxWriter zeros(int count) {
        for (int i = 0; i < count; i++) {
            out.put((byte) 0);
        }
        return this;
    }

    BoxWriter bytes(byte[] bytes) {
        out.put(bytes);
        return this;
    }
}
