// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

/** What is judged, in the order in which it is shown. */
public enum Tile {
    /** Megabits a second. */
    BITRATE,
    /** Frames a second. */
    FRAME_RATE,
    /** Seconds between the last two. */
    KEY_FRAMES,
    /** Percent of the frames of the last minute. */
    LOST,
    /** Milliseconds. */
    ROUND_TRIP,
    /** LUFS of the last minute; 0 where it was silent, or nobody listens. */
    SOUND
}
