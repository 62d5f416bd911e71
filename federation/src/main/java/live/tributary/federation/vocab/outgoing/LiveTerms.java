// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.time.Instant;

import tools.jackson.databind.node.ObjectNode;

/** Our own terms about a broadcast, the same in a Video and in a heartbeat. */
final class LiveTerms {

    private LiveTerms() {}

    static void state(ObjectNode body, LiveTimes times) {
        switch (times.phase()) {
            case LivePhase.OnAir(var until) -> body.put("liveState", "live").put("liveUntil", Wire.seconds(until));
            case LivePhase.Ended ended -> ended(body, ended.at());
            case LivePhase.Replay replay -> ended(body, replay.at());
        }
        body.put("liveSeq", times.sequence());
    }

    private static void ended(ObjectNode body, Instant at) {
        body.put("liveState", "ended").put("liveUntil", Wire.seconds(at));
    }
}
