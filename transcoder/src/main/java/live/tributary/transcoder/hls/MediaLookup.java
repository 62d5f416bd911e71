// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.util.List;
import java.util.Optional;

import live.tributary.transcoder.hls.MediaAnswer.Absent;
import live.tributary.transcoder.hls.MediaAnswer.Awaited;
import live.tributary.transcoder.hls.MediaAnswer.Found;
import live.tributary.transcoder.hls.MediaAnswer.Stored;
import live.tributary.transcoder.hls.MediaName.InitName;
import live.tributary.transcoder.hls.MediaName.PartName;
import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.MediaName.SegmentName;

/** Finds bytes by name in one edition. */
final class MediaLookup {

    private MediaLookup() {}

    static MediaAnswer part(Edition edition, PartName name) {
        if (isNext(edition, name)) {
            return new Awaited();
        }
        return track(edition, name.session(), name.playlist(), name.msn())
                .filter(track -> name.part() < track.parts().size())
                .map(track -> lend(
                        edition, name.playlist(), track.parts().get(name.part()).bytes()))
                .orElseGet(Absent::new);
    }

    static MediaAnswer segment(Edition edition, SegmentName name, WindowStore store) {
        return track(edition, name.session(), name.playlist(), name.msn())
                .filter(track -> track.isClosed() && !track.isGap())
                .map(track -> whole(edition, name.playlist(), track, store))
                .orElseGet(Absent::new);
    }

    /** From memory while it is there; a reader that comes late finds the files. */
    private static MediaAnswer whole(Edition edition, PlaylistName playlist, SegmentTrack track, WindowStore store) {
        var whole = track.whole();
        if (whole.isPresent() && lend(edition, playlist, whole.get()) instanceof Found found) {
            return found;
        }
        return track.files()
                .<MediaAnswer>map(bytes -> new Stored(ranges(bytes, store), edition.isAudio(playlist)))
                .orElseGet(Absent::new);
    }

    private static List<FileRange> ranges(StoredBytes bytes, WindowStore store) {
        return bytes.pieces().stream()
                .map(piece -> new FileRange(store.path(piece.file()), piece.offset(), piece.length()))
                .toList();
    }

    static MediaAnswer init(Edition edition, InitName name) {
        return edition.segments().reversed().stream()
                .flatMap(segment -> segment.track(name.playlist()).stream())
                .flatMap(track -> track.init().stream())
                .filter(init -> init.name().equals(name))
                .findFirst()
                .map(init -> lend(edition, name.playlist(), init.bytes()))
                .orElseGet(Absent::new);
    }

    /** Both parts that may have been hinted at: the next of the open segment, and the first of the one after it. */
    static boolean isNext(Edition edition, PartName name) {
        if (edition.ended() || !edition.has(name.playlist())) {
            return false;
        }
        if (!edition.session(name.playlist()).equals(name.session())) {
            return false;
        }
        var parts = edition.growingTrack(name.playlist())
                .map(track -> track.parts().size())
                .orElse(0);
        long next = edition.nextMsn(name.playlist());
        return (name.msn() == next && name.part() == parts) || (name.msn() == next + 1 && name.part() == 0);
    }

    private static Optional<SegmentTrack> track(Edition edition, SessionId session, PlaylistName playlist, long msn) {
        return edition.segment(msn)
                .filter(segment -> segment.head().session().equals(session))
                .flatMap(segment -> segment.track(playlist));
    }

    /** The window may let go of old bytes after the edition was taken; then they are absent like any evicted ones. */
    private static MediaAnswer lend(Edition edition, PlaylistName playlist, SharedBytes bytes) {
        return bytes.lend()
                .<MediaAnswer>map(lent -> new Found(lent, edition.isAudio(playlist)))
                .orElseGet(Absent::new);
    }
}
