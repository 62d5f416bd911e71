// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.time.Duration;
import java.util.List;

import live.tributary.transcoder.hls.MediaName.PartName;
import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.MediaName.SegmentName;

/**
 * The lines of one segment that do not depend on its neighbours. Those of a closed segment never change and are kept
 * as text, because they are written again with every part.
 *
 * @param withParts while it is near the end of the playlist
 * @param bare later
 * @param isGap whether they say that there is nothing to be fetched
 */
record SegmentLines(String withParts, String bare, boolean isGap) {

    static SegmentLines open(SegmentHead head, PlaylistName playlist, List<Part> parts) {
        return new SegmentLines(parts(head, playlist, parts), "", false);
    }

    static SegmentLines closed(SegmentHead head, PlaylistName playlist, List<Part> parts, Duration duration) {
        var bare = bare(head, playlist, duration, parts.isEmpty());
        return new SegmentLines(parts(head, playlist, parts) + bare, bare, parts.isEmpty());
    }

    static SegmentLines stored(SegmentHead head, PlaylistName playlist, Duration duration, boolean isGap) {
        var bare = bare(head, playlist, duration, isGap);
        return new SegmentLines(bare, bare, isGap);
    }

    SegmentLines withoutParts() {
        return new SegmentLines(bare, bare, isGap);
    }

    private static String bare(SegmentHead head, PlaylistName playlist, Duration duration, boolean isGap) {
        // A track that has nothing in this segment keeps its number, but is not to be fetched (RFC 8216bis, 4.4.4.7).
        var gap = isGap ? "#EXT-X-GAP\n" : "";
        return gap + "#EXTINF:" + Seconds.of(duration) + ",\n"
                + new SegmentName(head.session(), playlist, head.msn()).path() + "\n";
    }

    private static String parts(SegmentHead head, PlaylistName playlist, List<Part> parts) {
        var text = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            text.append("#EXT-X-PART:DURATION=").append(Seconds.of(part.duration()));
            text.append(",URI=\"").append(new PartName(head.session(), playlist, head.msn(), i).path());
            text.append(part.independent() ? "\",INDEPENDENT=YES\n" : "\"\n");
        }
        return text.toString();
    }
}
