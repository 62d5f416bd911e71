// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.flv;

import java.io.ByteArrayInputStream;
import java.util.function.IntSupplier;

/** Bytes that come a few at a time. */
final class Trickle extends ByteArrayInputStream {

    private final IntSupplier most;

    Trickle(byte[] bytes, IntSupplier most) {
        super(bytes);
        this.most = most;
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) {
        return super.read(into, offset, Math.min(length, most.getAsInt()));
    }
}
