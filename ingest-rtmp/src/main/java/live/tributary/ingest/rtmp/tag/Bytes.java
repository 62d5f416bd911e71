// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.tag;

import io.netty.buffer.ByteBuf;

import live.tributary.ingest.rtmp.RtmpException;
import live.tributary.ingest.rtmp.RtmpException.Code;

/** Reading a tag body without believing it. */
final class Bytes {
    private Bytes() {}

    /** The buffer, if this much is left in it. */
    static ByteBuf require(ByteBuf in, int bytes) {
        if (in.readableBytes() < bytes) {
            throw bad("ends early");
        }
        return in;
    }

    /** All that is left, as a heap copy that outlives the buffer. */
    static byte[] copyRest(ByteBuf in) {
        byte[] copy = new byte[in.readableBytes()];
        in.readBytes(copy);
        return copy;
    }

    static RtmpException bad(String what) {
        return RtmpException.message(Code.BAD_TAG, "tag " + what);
    }
}
