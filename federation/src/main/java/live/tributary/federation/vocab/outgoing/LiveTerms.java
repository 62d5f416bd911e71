// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import tools.jackson.databind.node.ObjectNode;

/** Our own terms about a broadcast, the same in a Video and in a heartbeat. */
final class LiveTerms {

    private LiveTerms() {}

    static void state(ObjectNode body, LiveTimes times) {
        switch (times.phase()) {
            case LivePhase.OnAir(var until) -> body.put("liveState", "live").put("liveUntil", Wire.seconds(until));
            case LivePhase.Ended ended -> body.put("liveState", "ended").put("liveUntil", Wire.seconds(ended.at()));
        }
        body.put("liveSeq", times.sequence());
    }
}
