// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

/** How much of a media playlist is asked for. */
public enum PlaylistForm {
    FULL,
    /** Old segments replaced by {@code EXT-X-SKIP} (RFC 8216bis, 6.2.5.1), when that makes it shorter. */
    DELTA
}
