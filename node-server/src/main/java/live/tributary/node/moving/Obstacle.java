// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.moving;

/** Why an account elsewhere is not taken. */
public enum Obstacle {
    /** There is no server of this name, or none that may be asked. */
    NO_SUCH_SERVER,
    /** The server gave no answer that could be used. */
    NO_ANSWER,
    /** The operator blocks the server. */
    BLOCKED,
    /** The server knows nobody of this name. */
    UNKNOWN,
    /** It is the very account that is to move. */
    ITSELF,
    /** It does not say that it is ours, too: whoever follows us would not be sent there. */
    DOES_NOT_NAME_US,
    /** It has moved itself. */
    HAS_MOVED,
    /** There are as many former addresses as there may be. */
    TOO_MANY
}
