// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

/**
 * How far something that was sent to one inbox has got.
 *
 * @param lastAnswer to the last attempt, in words; empty before the first
 */
public record Progress(State state, String lastAnswer) {

    /** Where it is. */
    public enum State {
        WAITING,
        ARRIVED,
        /** Refused, grown too old, or dropped. */
        LOST
    }
}
