// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.time.Instant;

/**
 * What a segment has in common in all renditions.
 *
 * @param discontinuities the discontinuity sequence number of this segment, its own tag counted
 * @param discontinuity whether its timeline does not go on from the segment before
 * @param date arrival of its first video message
 */
record SegmentHead(long msn, long discontinuities, boolean discontinuity, SessionId session, Instant date) {}
