// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.time.Duration;

/** What a server that posts to an inbox is told. */
sealed interface Answer {

    /** It is on the disk, and somebody works on it soon. */
    record Kept() implements Answer {}

    /** It needs no keeping, or was kept before: nobody has to send it again. */
    record Taken(String how) implements Answer {}

    /**
     * It is not let in.
     *
     * @param because for its operator and ours; holds nothing of the body but addresses and types
     * @param retryAfter zero where waiting does not help
     */
    record Refused(Why why, String because, Duration retryAfter) implements Answer {}

    static Refused refused(Why why, String because) {
        return new Refused(why, because, Duration.ZERO);
    }

    /** Kinds of refusal. Others decide by the status whether they try again, and how. */
    enum Why {
        MALFORMED(400),
        /** Whatever is wrong with a signature: who gets this tries the other kind of signature. */
        UNVERIFIED(401),
        BLOCKED(403),
        /** It is signed well, and says what only somebody else may say. */
        NOT_ITS_TO_SAY(403),
        UNKNOWN_ACTOR(404),
        GONE_ACTOR(410),
        WRONG_TYPE(415),
        TOO_MANY(429),
        BUSY(503);

        private final int status;

        Why(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}
