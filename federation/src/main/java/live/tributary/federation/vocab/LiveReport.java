// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.time.Instant;
import java.util.Optional;

import tools.jackson.databind.node.ObjectNode;

/**
 * What a node of our own kind tells about a broadcast.
 *
 * @param state {@code live} or {@code ended}; later versions may know more
 * @param until when to stop believing it; readers clamp it
 * @param sequence grows with each report on one broadcast: what is not newer is ignored
 */
public record LiveReport(String state, Instant until, long sequence) {

    static Optional<LiveReport> read(ObjectNode document) {
        var state = Fields.texts(Fields.term(document, "liveState")).stream().findFirst();
        var sequence = Fields.number(Fields.term(document, "liveSeq"));
        return state.filter(_ -> sequence.isPresent())
                .flatMap(said -> Fields.time(document, "liveUntil")
                        .map(until -> new LiveReport(said, until, sequence.getAsLong())));
    }

    /** Whether the broadcast was on air when this was said. */
    public boolean isLive() {
        return state.equals("live");
    }
}
