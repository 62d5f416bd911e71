// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

/**
 * A picture as the master playlist describes it.
 *
 * @param codecs for example {@code avc1.64001f}
 * @param width pixels after cropping
 * @param height pixels after cropping
 * @param framesPerSecond of the grid, or the mean where there is none; 0 when unknown
 * @param range SDR unless colour information says otherwise
 * @param closedCaptions whether CEA-608 captions were seen in the picture's SEI messages
 * @param announcedBitsPerSecond what the publisher announced; 0 when it said nothing
 */
public record VideoFormat(
        String codecs,
        int width,
        int height,
        double framesPerSecond,
        VideoRange range,
        boolean closedCaptions,
        int announcedBitsPerSecond)
        implements RenditionFormat {}
