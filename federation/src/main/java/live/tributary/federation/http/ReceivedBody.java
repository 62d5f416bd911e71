// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

import java.io.ByteArrayOutputStream;

/** A body that arrives piece by piece and is kept up to a limit. Used by the event loop of its connection only. */
final class ReceivedBody {

    private final int maxBytes;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean cut;

    ReceivedBody(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Says whether that was more than is kept, and reading should end. */
    boolean add(byte[] piece) {
        int room = maxBytes - kept.size();
        kept.write(piece, 0, Math.min(room, piece.length));
        cut = piece.length > room;
        return cut;
    }

    boolean cut() {
        return cut;
    }

    byte[] bytes() {
        return kept.toByteArray();
    }
}
