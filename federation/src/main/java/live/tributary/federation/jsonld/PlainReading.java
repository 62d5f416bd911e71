// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.jsonld;

import tools.jackson.databind.node.ObjectNode;

/** What came of making sure that a document can be read as plain JSON. */
public sealed interface PlainReading {

    /**
     * A document whose words mean what they seem to.
     *
     * @param document the received tree itself, or, if its context gave words another meaning, what it says in ours
     */
    record Plain(ObjectNode document) implements PlainReading {}

    /**
     * No such document.
     *
     * @param detail for the log
     */
    record Refused(Reason reason, String detail) implements PlainReading {

        /** Whether it was this moment that did not suit, so that the same document may be read in another. */
        public boolean isForNow() {
            return switch (reason) {
                // How fast it goes depends on what else this machine does.
                case BUSY, TOO_SLOW -> true;
                case NOT_READABLE -> false;
            };
        }
    }

    /** Why a document is refused. */
    enum Reason {
        /** It is no JSON-LD, or uses what we do not allow. */
        NOT_READABLE,
        /** Making sense of it takes too long. */
        TOO_SLOW,
        /** Too many others wait: it may come again. */
        BUSY
    }
}
