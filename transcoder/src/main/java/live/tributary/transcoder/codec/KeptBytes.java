// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.codec;

import java.io.ByteArrayOutputStream;

/** A frame with pieces taken out. As long as nothing is taken out, nothing is copied. */
final class KeptBytes {

    private final byte[] frame;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(0);
    private int keptTo;
    private boolean cut;

    KeptBytes(byte[] frame) {
        this.frame = frame;
    }

    /** Pieces are taken out from front to back. */
    void takeOut(int from, int to) {
        kept.write(frame, keptTo, from - keptTo);
        keptTo = to;
        cut = true;
    }

    byte[] bytes() {
        if (!cut) {
            return frame;
        }
        kept.write(frame, keptTo, frame.length - keptTo);
        keptTo = frame.length;
        return kept.toByteArray();
    }
}
