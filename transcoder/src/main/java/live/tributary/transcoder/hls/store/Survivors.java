// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import live.tributary.transcoder.hls.FilePiece;
import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.WindowEntry;
import live.tributary.transcoder.hls.WindowEntry.FrontMoved;
import live.tributary.transcoder.hls.WindowEntry.PartAdded;
import live.tributary.transcoder.hls.WindowEntry.SegmentOpened;
import live.tributary.transcoder.hls.WindowEntry.TrackClosed;

/**
 * What a journal tells that is still true: a part whose bytes are not in the files was never shown, or its disk failed.
 * The newest segment keeps what came before such a part. Of an older one nothing may be listed, nor of those before it,
 * because a playlist loses segments only at its front; its number stays known.
 */
final class Survivors {

    private record Track(PlaylistName playlist, long msn) {}

    private final List<WindowEntry> entries;
    private final Predicate<FilePiece> exists;
    private final Set<Track> cut = new HashSet<>();
    private final Set<Track> closed = new HashSet<>();

    private Survivors(List<WindowEntry> entries, Predicate<FilePiece> exists) {
        this.entries = entries;
        this.exists = exists;
    }

    /** @param exists whether the bytes of a piece are all there */
    static List<WindowEntry> of(List<WindowEntry> entries, Predicate<FilePiece> exists) {
        return new Survivors(entries, exists).survivors();
    }

    private List<WindowEntry> survivors() {
        var kept = entries.stream().filter(this::survives).collect(Collectors.toCollection(ArrayList::new));
        var newest = newest();
        // A closed segment that lost its end is not what was listed.
        cut.stream()
                .filter(track -> track.msn() < newest || closed.contains(track))
                .mapToLong(Track::msn)
                .max()
                .ifPresent(msn -> kept.add(new FrontMoved(msn + 1)));
        return kept;
    }

    private boolean survives(WindowEntry entry) {
        if (entry instanceof TrackClosed(var playlist, var msn, var _)) {
            closed.add(new Track(playlist, msn));
        }
        if (!(entry instanceof PartAdded part)) {
            return true;
        }
        var track = new Track(part.playlist(), part.msn());
        if (!cut.contains(track) && part.pieces().stream().allMatch(exists)) {
            return true;
        }
        cut.add(track);
        return false;
    }

    private long newest() {
        return entries.stream()
                .filter(SegmentOpened.class::isInstance)
                .mapToLong(entry -> ((SegmentOpened) entry).msn())
                .max()
                .orElse(Long.MIN_VALUE);
    }
}
