// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.tag;

import java.util.BitSet;

/** Which tracks of one kind are taken: the source always, others first come, first served. */
final class TrackLimit {
    private final int limit;
    private final BitSet taken = new BitSet();

    TrackLimit(int limit) {
        this.limit = limit;
        taken.set(0);
    }

    boolean take(int track) {
        if (!taken.get(track) && taken.cardinality() < limit) {
            taken.set(track);
        }
        return taken.get(track);
    }
}
