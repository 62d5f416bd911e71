// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.net.URI;
import java.time.Instant;

import live.tributary.federation.vocab.LiveReport;

/**
 * What a team says of its own broadcast, and counts: that it goes on, or that it is over.
 *
 * @param sequence what has a lower one is old
 * @param believedUntil until when it is believed without hearing more
 */
record Heartbeat(URI video, URI team, boolean onAir, long sequence, Instant saidAt, Instant believedUntil) {

    static Heartbeat of(URI video, URI team, LiveReport report, Instant at) {
        return new Heartbeat(video, team, report.isLive(), report.sequence(), at, Belief.until(report.until(), at));
    }
}
