// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

/**
 * Why an encoder run ended.
 *
 * @param detail one sentence for the log, in English, without keys or addresses
 */
public record EncoderPause(Cause cause, String detail) {

    /** The stable name; its text for people is the page's matter. */
    public enum Cause {
        /** Nobody wants a rung any more, or the broadcast is over. */
        NOT_WANTED,
        /** Another run takes over at the next key frame: other rungs, another configuration, or the run grew old. */
        REPLACED,
        /** The program could not be started. */
        NOT_STARTED,
        /** It ended by itself. */
        DIED,
        /** It took frames and gave none back. */
        HUNG,
        /** It took more memory than it may. */
        TOO_LARGE,
        /** It sent what is no FLV, or more than it may. */
        GARBAGE;

        /** Whether it counts against the encoder. */
        boolean isDeath() {
            return switch (this) {
                case NOT_WANTED, REPLACED -> false;
                case NOT_STARTED, DIED, HUNG, TOO_LARGE, GARBAGE -> true;
            };
        }
    }
}
