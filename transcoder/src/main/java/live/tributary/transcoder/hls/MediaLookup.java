// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.util.Optional;

import live.tributary.transcoder.hls.MediaAnswer.Absent;
import live.tributary.transcoder.hls.MediaAnswer.Awaited;
import live.tributary.transcoder.hls.MediaAnswer.Found;
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
                .map(track -> lend(track.init(), track.parts().get(name.part()).bytes()))
                .orElseGet(Absent::new);
    }

    static MediaAnswer segment(Edition edition, SegmentName name) {
        return track(edition, name.session(), name.playlist(), name.msn())
                .flatMap(track -> track.whole().map(whole -> lend(track.init(), whole)))
                .orElseGet(Absent::new);
    }

    static MediaAnswer init(Edition edition, InitName name) {
        return edition.all()
                .flatMap(segment -> segment.track(name.playlist()).stream())
                .map(SegmentTrack::init)
                .filter(init -> init.name().equals(name))
                .findFirst()
                .map(init -> lend(init, init.bytes()))
                .orElseGet(Absent::new);
    }

    /** Both parts that may have been hinted at: the next of the open segment, and the first of the one after it. */
    static boolean isNext(Edition edition, PartName name) {
        if (edition.ended() || !edition.session().equals(name.session()) || !edition.has(name.playlist())) {
            return false;
        }
        var parts = edition.growing(name.playlist())
                .map(track -> track.parts().size())
                .orElse(0);
        return (name.msn() == edition.nextMsn() && name.part() == parts)
                || (name.msn() == edition.nextMsn() + 1 && name.part() == 0);
    }

    private static Optional<SegmentTrack> track(Edition edition, SessionId session, PlaylistName playlist, long msn) {
        return edition.segment(msn)
                .filter(segment -> segment.head().session().equals(session))
                .flatMap(segment -> segment.track(playlist));
    }

    /** The window may let go of old bytes after the edition was taken; then they are absent like any evicted ones. */
    private static MediaAnswer lend(InitSegment init, SharedBytes bytes) {
        return bytes.lend()
                .<MediaAnswer>map(lent -> new Found(lent, init.audioOnly()))
                .orElseGet(Absent::new);
    }
}
