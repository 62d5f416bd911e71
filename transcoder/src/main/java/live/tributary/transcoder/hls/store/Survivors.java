// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import live.tributary.transcoder.hls.FilePiece;
import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.WindowEntry;
import live.tributary.transcoder.hls.WindowEntry.FrontMoved;
import live.tributary.transcoder.hls.WindowEntry.PartAdded;
import live.tributary.transcoder.hls.WindowEntry.SegmentOpened;
import live.tributary.transcoder.hls.WindowEntry.TrackClosed;

/**
 * What a journal tells that is still true: a part whose bytes are not in the files was never shown, or its disk failed.
 * The newest segment keeps what came before such a part. One that was closed is a gap without it: it would not be what
 * was listed. Gaps at the front are left out.
 */
final class Survivors {

    private record Track(PlaylistName playlist, long msn) {
        static Track of(PartAdded part) {
            return new Track(part.playlist(), part.msn());
        }
    }

    private final List<WindowEntry> entries;
    private final Predicate<FilePiece> exists;
    private final Set<PartAdded> missing = new HashSet<>();
    private final Set<Track> closed = new HashSet<>();
    private final Set<Track> lost = new HashSet<>();

    private Survivors(List<WindowEntry> entries, Predicate<FilePiece> exists) {
        this.entries = entries;
        this.exists = exists;
    }

    /** @param exists whether the bytes of a piece are all there */
    static List<WindowEntry> of(List<WindowEntry> entries, Predicate<FilePiece> exists) {
        return new Survivors(entries, exists).survivors();
    }

    private List<WindowEntry> survivors() {
        lookForMissing();
        if (missing.isEmpty()) {
            return entries;
        }
        var kept = entries.stream().filter(this::survives).toList();
        long newest = newest();
        // Where nothing is left, nobody can go on.
        long first = parts(kept).mapToLong(PartAdded::msn).min().orElse(newest == Long.MIN_VALUE ? newest : newest + 1);
        return Stream.concat(kept.stream(), Stream.of(new FrontMoved(first))).toList();
    }

    private void lookForMissing() {
        entries.stream()
                .filter(TrackClosed.class::isInstance)
                .map(TrackClosed.class::cast)
                .forEach(each -> closed.add(new Track(each.playlist(), each.msn())));
        Set<Track> cut = new HashSet<>();
        parts(entries).forEach(part -> {
            if (cut.contains(Track.of(part)) || !part.pieces().stream().allMatch(exists)) {
                cut.add(Track.of(part));
                missing.add(part);
            }
        });
        var newest = newest();
        cut.stream()
                .filter(track -> track.msn() < newest || closed.contains(track))
                .forEach(lost::add);
    }

    private boolean survives(WindowEntry entry) {
        return !(entry instanceof PartAdded part) || !(missing.contains(part) || lost.contains(Track.of(part)));
    }

    private long newest() {
        return entries.stream()
                .filter(SegmentOpened.class::isInstance)
                .mapToLong(entry -> ((SegmentOpened) entry).msn())
                .max()
                .orElse(Long.MIN_VALUE);
    }

    private static Stream<PartAdded> parts(List<WindowEntry> entries) {
        return entries.stream().filter(PartAdded.class::isInstance).map(PartAdded.class::cast);
    }
}
