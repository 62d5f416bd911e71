// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import live.tributary.transcoder.hls.MediaName.PlaylistName;

/** One segment, as a journal tells it. */
record RememberedSegment(SegmentHead head, Map<PlaylistName, RememberedTrack> tracks) {

    RememberedSegment(SegmentHead head) {
        this(head, new LinkedHashMap<>());
    }

    /** Opened, but nothing of it was shown. */
    boolean isEmpty() {
        return tracks.values().stream()
                .allMatch(track -> track.parts().isEmpty() && track.closed().isEmpty());
    }

    Duration duration() {
        return tracks.values().stream()
                .map(RememberedTrack::duration)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
