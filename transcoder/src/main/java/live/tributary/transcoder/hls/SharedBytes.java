// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.util.List;
import java.util.Optional;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/**
 * Bytes that the window owns and lends to readers.
 * <p>Lending and giving back are guarded: a pooled buffer that was freed may already be another part, so a reader that
 * comes late must hear "no" instead of retaining a stranger's bytes.
 */
final class SharedBytes {

    private final ByteBuf buffer;
    private final int length;
    private boolean owned = true;

    /** Takes {@code buffer} over. */
    SharedBytes(ByteBuf buffer) {
        this.buffer = buffer;
        this.length = buffer.readableBytes();
    }

    /** The given bytes one after the other, without a copy. Called while all of them are owned. */
    static SharedBytes joined(ByteBufAllocator allocator, List<SharedBytes> pieces) {
        var composite = allocator.compositeDirectBuffer(Math.max(1, pieces.size()));
        for (var piece : pieces) {
            composite.addComponent(true, piece.lend().orElseThrow());
        }
        return new SharedBytes(composite);
    }

    int length() {
        return length;
    }

    /** A retained view with its own indices, released by the caller; empty when the window has let go of them. */
    synchronized Optional<ByteBuf> lend() {
        return owned ? Optional.of(buffer.retainedDuplicate()) : Optional.empty();
    }

    /** The window lets go; the memory is free when the last reader has released its view. */
    synchronized void release() {
        if (owned) {
            owned = false;
            buffer.release();
        }
    }
}
