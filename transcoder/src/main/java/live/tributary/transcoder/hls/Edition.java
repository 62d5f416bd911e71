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
 * @param kept closed segments, oldest first, with rising MSN
 * @param unlisted how many of them left the playlists but still answer
 * @param growing the open segment, at most one
 * @param renditions declared now, in the order of the master playlist
 * @param rates of each declared rendition
 */
record Edition(
        boolean ended,
        WindowTargets targets,
        List<Segment> kept,
        int unlisted,
        List<Segment> growing,
        List<Rendition> renditions,
        Map<RenditionName, Rates> rates) {

    /**
     * The closed segments that a playlist lists: the newest unbroken run. A playlist numbers its segments by their
     * order, so a rendition that was away for a while starts anew.
     */
    List<Segment> listed(PlaylistName playlist) {
        var run = new ArrayDeque<Segment>();
        for (var segment : kept.subList(unlisted, kept.size()).reversed()) {
            if (segment.track(playlist).isPresent()) {
                run.addFirst(segment);
            } else if (!run.isEmpty() || growing(playlist).isPresent()) {
                break;
            }
        }
        return List.copyOf(run);
    }

    /** The open segment, when it has this playlist. */
    Optional<SegmentTrack> growing(PlaylistName playlist) {
        return growing.stream()
                .flatMap(segment -> segment.track(playlist).stream())
                .findFirst();
    }

    boolean has(PlaylistName playlist) {
        return all().skip(unlisted).anyMatch(segment -> segment.tracks().containsKey(playlist));
    }

    /** Any segment that still answers. */
    Optional<Segment> segment(long msn) {
        return all().filter(segment -> segment.head().msn() == msn).findFirst();
    }

    Stream<Segment> all() {
        return Stream.concat(kept.stream(), growing.stream());
    }

    /** Whether its files hold sound alone; false for a playlist that does not exist. */
    boolean isAudio(PlaylistName playlist) {
        return all().flatMap(segment -> segment.track(playlist).stream())
                .anyMatch(track -> track.init().audioOnly());
    }

    /** The publisher connection that the newest segment came from. */
    SessionId session() {
        return newest().head().session();
    }

    /** Where another broadcast goes on after this one. */
    FirstNumbers nextNumbers() {
        return new FirstNumbers(newest().head().msn() + 1, newest().head().discontinuities(), true);
    }

    private Segment newest() {
        return growing.isEmpty() ? kept.getLast() : growing.getLast();
    }

    /** MSN of the newest closed segment, or the one before the first. */
    long lastClosed() {
        return kept.isEmpty() ? nextMsn() - 1 : kept.getLast().head().msn();
    }

    /** MSN of the open segment, or of the one that will be opened next. */
    long nextMsn() {
        return growing.isEmpty()
                ? kept.getLast().head().msn() + 1
                : growing.getFirst().head().msn();
    }

    /** The playlists of a view, those of pictures first. The audio playlist is the same in both views. */
    List<PlaylistName> playlists(View view) {
        return Stream.concat(
                        renditions.stream().filter(r -> !r.isAudio()).map(r -> new PlaylistName(view, r.name())),
                        renditions.stream()
                                .filter(Rendition::isAudio)
                                .map(r -> r.init().name().playlist()))
                .filter(this::has)
                .toList();
    }
}
