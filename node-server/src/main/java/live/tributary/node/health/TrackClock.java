// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import live.tributary.ingest.rtmp.RtmpTimestamp;

/** The decode times of one track, unwrapped: RTMP counts milliseconds in 32 bits and starts anew after 49.7 days. */
final class TrackClock {

    private long millis;
    private boolean started;

    /** Milliseconds since the same zero as all times before; a step back is a step back. */
    long advance(RtmpTimestamp timestamp) {
        // The low 32 bits of the difference, taken as signed: a wrap is a small step.
        millis = started ? millis + (int) (timestamp.milliseconds() - millis) : timestamp.milliseconds();
        started = true;
        return millis;
    }

    boolean started() {
        return started;
    }

    long millis() {
        return millis;
    }
}
