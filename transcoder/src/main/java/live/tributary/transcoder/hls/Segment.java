// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

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

    /** The same, of which only files hold the bytes; what they do not hold is a gap. */
    Segment stored(Predicate<SegmentFile> holds) {
        return map((playlist, track) -> track.isWhole(holds) ? track.stored() : track.lost(head, playlist));
    }

    /** The same, listed as it will be once only files hold the bytes. */
    Segment withGaps(Predicate<SegmentFile> holds) {
        return isWhole(holds)
                ? this
                : map((playlist, track) -> track.isWhole(holds) ? track : track.listedAsGap(head, playlist));
    }

    private Segment map(BiFunction<PlaylistName, SegmentTrack, SegmentTrack> change) {
        var changed = new LinkedHashMap<PlaylistName, SegmentTrack>();
        tracks.forEach((playlist, track) -> changed.put(playlist, change.apply(playlist, track)));
        return new Segment(head, changed);
    }

    /** Whether files hold all of it. */
    boolean isWhole(Predicate<SegmentFile> holds) {
        return tracks.values().stream().allMatch(track -> track.isWhole(holds));
    }

    /** Whether files hold nothing of it. */
    boolean isLost(Predicate<SegmentFile> holds) {
        return tracks.values().stream().allMatch(track -> track.isGap() || !track.isWhole(holds));
    }

    /** Whether there is nothing of it to be fetched. */
    boolean isGap() {
        return tracks.values().stream().allMatch(SegmentTrack::isGap);
    }

    void release() {
        tracks.values().forEach(SegmentTrack::release);
    }
}
