// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

/** How a figure is judged. */
public enum Level {
    GOOD,
    /** Worth a look; viewers notice little or nothing. */
    LOOK,
    /** Viewers notice. */
    FIX,
    /** Not measured, or not for long enough. */
    UNKNOWN
}
