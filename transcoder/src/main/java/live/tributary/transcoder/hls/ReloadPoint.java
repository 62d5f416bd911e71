// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

/**
 * What a blocked reload waits for ({@code _HLS_msn}, {@code _HLS_part}; RFC 8216bis, 6.2.5.2).
 *
 * @param part {@link #WHOLE_SEGMENT} when the closed segment is asked for
 */
public record ReloadPoint(long msn, int part) {

    /** Stands for a missing {@code _HLS_part}. */
    public static final int WHOLE_SEGMENT = -1;

    boolean wantsWholeSegment() {
        return part == WHOLE_SEGMENT;
    }
}
