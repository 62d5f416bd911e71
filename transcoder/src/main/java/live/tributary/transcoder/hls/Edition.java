// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import live.tributary.transcoder.hls.MediaName.PlaylistName;

/**
 * What viewers see between two publications. Immutable, so that any thread may read it without a lock.
 *
 * @param segments all that still answer, oldest first, each MSN one above that before; at least one
 * @param unlisted how many of them left the playlists
 * @param renditions declared now, in the order of the master playlist
 * @param rates of each variant that the master playlists may name
 */
record Edition(
        boolean ended,
        WindowTargets targets,
        List<Segment> segments,
        int unlisted,
        List<Rendition> renditions,
        Map<Variant, Rates> rates) {

    /**
     * The closed segments that a playlist lists: the newest unbroken run. A playlist numbers its segments by their
     * order, so a rendition that was away for a while starts anew.
     */
    List<Segment> listed(PlaylistName playlist) {
        var run = new ArrayDeque<Segment>();
        var grows = false;
        for (var segment : listable().reversed()) {
            var track = segment.track(playlist);
            if (track.isEmpty() && (grows || !run.isEmpty())) {
                break;
            }
            if (track.filter(SegmentTrack::isClosed).isPresent()) {
                run.addFirst(segment);
            } else {
                grows |= track.isPresent();
            }
        }
        return List.copyOf(run);
    }

    /** The newest {@code most} of them, oldest first; what viewers ask again and again is near the end. */
    List<Segment> newestListed(PlaylistName playlist, int most) {
        var newest = new ArrayDeque<Segment>();
        for (var segment : listable().reversed()) {
            var track = segment.track(playlist);
            if (newest.size() == most || (track.isEmpty() && !newest.isEmpty())) {
                break;
            }
            if (track.filter(SegmentTrack::isClosed).isPresent()) {
                newest.addFirst(segment);
            }
        }
        return List.copyOf(newest);
    }

    /**
     * The segment that this playlist adds parts to. A rendition that follows the publisher's own may be one or two
     * behind; the segments after it are not yet to be seen.
     */
    Optional<Segment> growing(PlaylistName playlist) {
        Segment growing = null;
        for (var segment : segments.reversed()) {
            var track = segment.track(playlist);
            if (track.filter(SegmentTrack::isClosed).isPresent() || (track.isEmpty() && growing != null)) {
                break;
            }
            growing = track.isPresent() ? segment : growing;
        }
        return Optional.ofNullable(growing);
    }

    /** Its track in the segment that grows. */
    Optional<SegmentTrack> growingTrack(PlaylistName playlist) {
        return growing(playlist).flatMap(segment -> segment.track(playlist));
    }

    boolean has(PlaylistName playlist) {
        return !isWithdrawn(playlist)
                && listable().reversed().stream()
                        .anyMatch(segment -> segment.tracks().containsKey(playlist));
    }

    private List<Segment> listable() {
        return segments.subList(unlisted, segments.size());
    }

    /** Any segment that still answers. */
    Optional<Segment> segment(long msn) {
        long index = msn - segments.getFirst().head().msn();
        return index >= 0 && index < segments.size() ? Optional.of(segments.get((int) index)) : Optional.empty();
    }

    /** Whether it holds sound alone; false for a playlist that does not exist. */
    boolean isAudio(PlaylistName playlist) {
        return rendition(playlist)
                .map(Rendition::isAudio)
                .orElseGet(() -> segments.reversed().stream()
                        .flatMap(segment -> segment.track(playlist).stream())
                        .flatMap(track -> track.init().stream())
                        .findFirst()
                        .filter(InitSegment::audioOnly)
                        .isPresent());
    }

    /** The publisher connection that the next part of a playlist comes from. */
    SessionId session(PlaylistName playlist) {
        return growing(playlist).orElseGet(this::newest).head().session();
    }

    /** Where another broadcast goes on after this one. */
    FirstNumbers nextNumbers() {
        return new FirstNumbers(newest().head().msn() + 1, newest().head().discontinuities(), true);
    }

    Segment newest() {
        return segments.getLast();
    }

    /** MSN of the segment that the playlist adds parts to, or of the one that will be opened next. */
    long nextMsn(PlaylistName playlist) {
        return growing(playlist)
                .map(segment -> segment.head().msn())
                .orElseGet(() -> newest().head().msn() + 1);
    }

    /**
     * The playlists of a view, those of pictures first. The publisher's sound is the same playlist in both views; what an
     * encoder makes of it stands in the canonical one alone.
     */
    List<PlaylistName> playlists(View view) {
        return Stream.concat(
                        renditions.stream().filter(r -> !r.isAudio()).map(r -> new PlaylistName(view, r.name())),
                        renditions.stream()
                                .filter(Rendition::isAudio)
                                .filter(r -> view == View.CANONICAL || !r.follows())
                                .map(r -> new PlaylistName(View.CANONICAL, r.name())))
                .filter(this::has)
                .toList();
    }

    /**
     * A smaller picture or sound in AAC that an encoder made and that is not declared any more is gone, whatever is kept of
     * it: whoever plays it is to look for another. What the publisher sends, further pictures included, may come back with
     * its next connection, and players wait for it while something of it is listed.
     */
    boolean isWithdrawn(PlaylistName playlist) {
        return !playlist.rendition().isPublishers() && rendition(playlist).isEmpty();
    }

    /** Whether a rendition is declared, but nobody makes it now. */
    boolean isResting(PlaylistName playlist) {
        return rendition(playlist).filter(Rendition::rests).isPresent();
    }

    /** Whether an encoder makes a rendition, or would. */
    boolean isFollowing(PlaylistName playlist) {
        return rendition(playlist).filter(Rendition::follows).isPresent();
    }

    private Optional<Rendition> rendition(PlaylistName playlist) {
        return renditions.stream()
                .filter(rendition -> rendition.name().equals(playlist.rendition()))
                .findFirst();
    }
}
