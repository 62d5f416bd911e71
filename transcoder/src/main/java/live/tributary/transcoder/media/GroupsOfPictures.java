// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.media;

/** Whether a stream's groups of pictures, from one key frame to the next, can be decoded alone. */
public enum GroupsOfPictures {
    /** No key frame came yet. */
    UNKNOWN,
    CLOSED,
    /** Pictures shown before a key frame need the group before it: who joins there does not see them, or sees them broken. */
    OPEN
}
