// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import live.tributary.transcoder.hls.MediaName.PlaylistName;

/** One segment in all playlists that have it. */
record Segment(SegmentHead head, Map<PlaylistName, SegmentTrack> tracks) {

    Optional<SegmentTrack> track(PlaylistName playlist) {
        return Optional.ofNullable(tracks.get(playlist));
    }

    /** Media time it fills: that of its longest track. */
    Duration duration() {
        var longest = Duration.ZERO;
        for (var track : tracks.values()) {
            longest = track.duration().compareTo(longest) > 0 ? track.duration() : longest;
        }
        return longest;
    }

    /** Bytes of all renditions, each counted once. */
    long bytes() {
        return tracks.entrySet().stream()
                .filter(track -> track.getKey().view() == View.CANONICAL)
                .flatMap(track -> track.getValue().files().stream())
                .mapToLong(StoredBytes::length)
                .sum();
    }

    /** The same, of which only files hold the bytes. */
    Segment stored() {
        var stored = new LinkedHashMap<PlaylistName, SegmentTrack>();
        tracks.forEach((playlist, track) -> stored.put(playlist, track.stored()));
        return new Segment(head, stored);
    }

    void release() {
        tracks.values().forEach(SegmentTrack::release);
    }
}
