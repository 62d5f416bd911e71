// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

import java.util.Map;

/**
 * Colour and HDR description of a video track (Enhanced RTMP, "Metadata Frame", colorInfo).
 *
 * @param track 0 is the source
 * @param values by dotted name as the specification spells it, for example {@code colorConfig.transferCharacteristics}
 *     or {@code hdrCll.maxFall}; empty says: back to the default
 */
public record VideoColorInfo(int track, RtmpTimestamp timestamp, Map<String, Double> values) implements MediaTag {
    public VideoColorInfo {
        values = Map.copyOf(values);
    }
}
