// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

/** The application's answer to a {@link PublishRequest}. */
public sealed interface PublishDecision {

    /**
     * The publisher is on air.
     *
     * @param listener receives all that follows
     */
    record Accepted(MediaListener listener) implements PublishDecision {}

    /**
     * The publisher is told no, and its connection is closed.
     *
     * @param description one sentence for the streamer; some encoders show it, OBS does not
     */
    record Refused(Reason reason, String description) implements PublishDecision {}

    /** Why not. Only {@link #UNKNOWN_KEY} counts against an address that tries too often. */
    enum Reason {
        UNKNOWN_KEY,
        WRONG_ADDRESS,
        CHANNEL_BUSY,
        NOT_ALLOWED,
        NO_CAPACITY,
        NO_ANSWER
    }
}
