// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.media;

/**
 * What happened since the broadcast began; no number ever falls.
 *
 * @param videoFrames frames packaged
 * @param audioUnits access units packaged
 * @param missingFrames places of the grid that no frame took
 * @param dropped access units thrown away by the packager: before the first key frame, unreadable, further tracks
 * @param clamped times that ran backwards a little, or reordered too far, and were bent
 * @param rebased jumps after which the timeline was set anew
 * @param corrected times that sound was moved back to its timestamps
 * @param forcedCuts segments cut without a key frame
 * @param discontinuities breaks that players were told of
 */
public record StreamCounters(
        long videoFrames,
        long audioUnits,
        long missingFrames,
        long dropped,
        long clamped,
        long rebased,
        long corrected,
        long forcedCuts,
        long discontinuities) {

    /** Nothing happened yet. */
    public static final StreamCounters NONE = new StreamCounters(0, 0, 0, 0, 0, 0, 0, 0, 0);
}
