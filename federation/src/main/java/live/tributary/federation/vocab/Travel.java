// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;

import tools.jackson.databind.node.ObjectNode;

/**
 * Viewers are on their way from one broadcast to another, or have arrived: who says it is where they come from, or where
 * they went.
 *
 * @param origin the Video that they leave
 * @param target the Video that they go to
 */
public record Travel(Envelope envelope, URI origin, URI target) implements Activity {

    /** The raft that it is about, by the address of the hand-off and its number there. */
    public Optional<Raft> raft() {
        return Raft.read(envelope.document());
    }

    /** How many were let in, as the target counted them; empty where they are only on their way. */
    public OptionalInt arrived() {
        var count = Fields.number(envelope.document().path("result").path("totalItems"));
        return count.isPresent() && count.getAsLong() >= 0 && count.getAsLong() <= TravelOffer.MOST_IN_A_RAFT
                ? OptionalInt.of((int) count.getAsLong())
                : OptionalInt.empty();
    }

    /**
     * A raft of a hand-off.
     *
     * @param handoff its address
     * @param number from 1
     */
    public record Raft(URI handoff, int number) {

        /** Of one hand-off: as many as two bytes can tell. */
        public static final int MOST = 0xFFFF;

        static Optional<Raft> read(ObjectNode document) {
            var number = Fields.number(Fields.term(document, "raft"));
            return number.isPresent() && number.getAsLong() >= 1 && number.getAsLong() <= MOST
                    ? Fields.link(Fields.term(document, "handoff"))
                            .map(handoff -> new Raft(handoff, (int) number.getAsLong()))
                    : Optional.empty();
        }
    }
}
