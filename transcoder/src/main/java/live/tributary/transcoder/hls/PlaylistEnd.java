// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import live.tributary.transcoder.hls.MediaName.PartName;
import live.tributary.transcoder.hls.MediaName.PlaylistName;

/** The newest part of a playlist and the one that comes next. */
final class PlaylistEnd {

    /** Two segments of one length make a rhythm; within this much, because RTMP counts in milliseconds. */
    private static final Duration RHYTHM_TOLERANCE = Duration.ofMillis(20);

    private final Edition edition;
    private final PlaylistName playlist;
    private final List<Segment> newest;

    PlaylistEnd(Edition edition, PlaylistName playlist) {
        this.edition = edition;
        this.playlist = playlist;
        this.newest = edition.newestListed(playlist, 2);
    }

    /** Position of the newest listed part; the whole segment when that has none; empty when nothing is listed. */
    Optional<ReloadPoint> newest() {
        var growing =
                edition.growingTrack(playlist).filter(track -> !track.parts().isEmpty());
        if (growing.isPresent()) {
            return Optional.of(new ReloadPoint(edition.nextMsn(playlist), lastIndex(growing.get())));
        }
        return newest.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReloadPoint(newest.getLast().head().msn(), lastIndex(track(newest.getLast()))));
    }

    private static int lastIndex(SegmentTrack track) {
        return track.parts().isEmpty()
                ? ReloadPoint.WHOLE_SEGMENT
                : track.parts().size() - 1;
    }

    /** The part to hint at: the next of the open segment, or the first of the following one when its end is due. */
    PartName next() {
        var msn = edition.nextMsn(playlist);
        var track = edition.growingTrack(playlist);
        if (track.isPresent() && isDue(track.get())) {
            return new PartName(edition.session(playlist), playlist, msn + 1, 0);
        }
        return new PartName(
                edition.session(playlist),
                playlist,
                msn,
                track.map(t -> t.parts().size()).orElse(0));
    }

    private boolean isDue(SegmentTrack growing) {
        if (newest.size() < 2) {
            return false;
        }
        var last = track(newest.getLast()).duration();
        var before = track(newest.getFirst()).duration();
        return near(last, before, RHYTHM_TOLERANCE)
                && near(last, growing.duration(), edition.targets().partTarget().dividedBy(2));
    }

    private SegmentTrack track(Segment segment) {
        return segment.track(playlist).orElseThrow();
    }

    private static boolean near(Duration a, Duration b, Duration tolerance) {
        return a.minus(b).abs().compareTo(tolerance) < 0;
    }
}
