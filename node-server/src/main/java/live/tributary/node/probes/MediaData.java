// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probes;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Finds the media in the beginning of a stranger's segment: what lies in its {@code mdat} boxes (ISO/IEC 14496-12, 4.2 and 8.1.1). */
final class MediaData {

    private static final int MDAT = 0x6d646174;
    private static final int HEADER_BYTES = 8;
    private static final int LONG_HEADER_BYTES = 16;

    /** The size is in the header's long form. */
    private static final long LONG_FORM = 1;

    /** The box goes on to the end of the file. */
    private static final long TO_THE_END = 0;

    private MediaData() {}

    /** The first media; less than {@code most} bytes where this beginning holds no more, and none where it has no boxes. */
    static byte[] first(byte[] beginning, int most) {
        var bytes = ByteBuffer.wrap(beginning);
        var media = new ByteArrayOutputStream(most);
        while (bytes.remaining() >= HEADER_BYTES && media.size() < most) {
            long size = Integer.toUnsignedLong(bytes.getInt());
            int type = bytes.getInt();
            long content = contentBytes(size, bytes);
            if (content < 0) {
                break;
            }
            int here = (int) Math.min(bytes.remaining(), content);
            if (type == MDAT) {
                media.write(beginning, bytes.position(), Math.min(here, most - media.size()));
            }
            bytes.position(bytes.position() + here);
        }
        return media.toByteArray();
    }

    /** Behind the header; negative where no box is so small. */
    private static long contentBytes(long size, ByteBuffer afterType) {
        if (size == TO_THE_END) {
            return afterType.remaining();
        }
        if (size != LONG_FORM) {
            return size - HEADER_BYTES;
        }
        return afterType.remaining() < Long.BYTES ? -1 : afterType.getLong() - LONG_HEADER_BYTES;
    }
}
