// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

/** The life of a window. */
public enum WindowState {
    /** A publisher is here, but nothing can be played yet. */
    STARTING,
    LIVE,
    /** The final playlists are shown. */
    ENDED,
    /** Its memory is given back; every question is answered with "no". */
    CLOSED
}
