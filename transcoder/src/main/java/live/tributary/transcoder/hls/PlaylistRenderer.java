// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

import live.tributary.transcoder.hls.MediaName.InitName;
import live.tributary.transcoder.hls.MediaName.PlaylistName;

/**
 * Writes one media playlist (RFC 8216bis, 4.4) of one edition. One object for each rendering.
 * {@code EXT-X-INDEPENDENT-SEGMENTS} is left out on purpose: a live source cannot promise key frames; parts say it one
 * by one.
 */
final class PlaylistRenderer {

    private final Edition edition;
    private final PlaylistName playlist;
    private final List<Segment> listed;
    private final StringBuilder text = new StringBuilder(4096);
    private Optional<InitName> map = Optional.empty();

    private PlaylistRenderer(Edition edition, PlaylistName playlist) {
        this.edition = edition;
        this.playlist = playlist;
        this.listed = edition.listed(playlist);
    }

    /** The playlist's text; {@code playlist} must be one that the edition has. */
    static String render(Edition edition, PlaylistName playlist, PlaylistForm form) {
        return new PlaylistRenderer(edition, playlist).render(form);
    }

    private String render(PlaylistForm form) {
        var skipped = switch (form) {
            case FULL -> 0;
            case DELTA -> skippable();
        };
        header();
        if (skipped > 0) {
            line("#EXT-X-SKIP:SKIPPED-SEGMENTS=" + skipped);
        }
        segments(skipped);
        if (edition.ended()) {
            line("#EXT-X-ENDLIST");
        } else {
            line("#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\""
                    + new PlaylistEnd(edition, playlist).next().path() + "\"");
            reports();
        }
        return text.toString();
    }

    private void header() {
        var first =
                (listed.isEmpty() ? edition.growing(playlist).orElseGet(edition::newest) : listed.getFirst()).head();
        var target = edition.targets().targetDuration();
        line("#EXTM3U");
        line("#EXT-X-VERSION:9");
        line("#EXT-X-TARGETDURATION:" + target.toSeconds());
        line("#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,CAN-SKIP-UNTIL=" + Seconds.of(skipBoundary())
                + ",HOLD-BACK=" + Seconds.of(target.multipliedBy(3))
                + ",PART-HOLD-BACK=" + Seconds.of(largestPartTarget().multipliedBy(3)));
        line("#EXT-X-PART-INF:PART-TARGET=" + Seconds.of(partTarget(playlist)));
        line("#EXT-X-MEDIA-SEQUENCE:" + first.msn());
        line("#EXT-X-DISCONTINUITY-SEQUENCE:" + (first.discontinuities() - (first.discontinuity() ? 1 : 0)));
    }

    private void segments(int skipped) {
        var toEnd = edition.growingTrack(playlist).map(SegmentTrack::duration).orElse(Duration.ZERO);
        var bodies = new ArrayDeque<String>();
        for (var segment : listed.subList(skipped, listed.size()).reversed()) {
            var track = segment.track(playlist).orElseThrow();
            // Parts that far from the end are of no use to a player at the edge (RFC 8216bis, 6.2.2).
            var nearEnd = toEnd.compareTo(edition.targets().targetDuration().multipliedBy(3)) < 0;
            bodies.addFirst(nearEnd ? track.lines().withParts() : track.lines().bare());
            toEnd = toEnd.plus(track.duration());
        }
        map = listed.subList(0, skipped).reversed().stream()
                .flatMap(segment -> init(segment).stream())
                .findFirst();
        for (int i = skipped; i < listed.size(); i++) {
            segmentStart(listed.get(i));
            text.append(bodies.removeFirst());
        }
        edition.growingTrack(playlist).filter(track -> !track.parts().isEmpty()).ifPresent(track -> {
            segmentStart(edition.growing(playlist).orElseThrow());
            text.append(track.lines().withParts());
        });
    }

    private void segmentStart(Segment segment) {
        var init = init(segment);
        if (segment.head().discontinuity()) {
            line("#EXT-X-DISCONTINUITY");
        }
        // A gap has no map, and nothing to fetch; the map before it holds for what comes after (RFC 8216bis, 4.4.4.5).
        if (init.isPresent() && !init.equals(map)) {
            line("#EXT-X-MAP:URI=\"" + init.get().path() + "\"");
            map = init;
        }
        line("#EXT-X-PROGRAM-DATE-TIME:" + Dates.of(segment.head().date()));
    }

    private Optional<InitName> init(Segment segment) {
        return segment.track(playlist).orElseThrow().init().map(InitSegment::name);
    }

    private void reports() {
        for (var sibling : edition.playlists(playlist.view())) {
            if (!sibling.equals(playlist)) {
                // One that rests begins where a viewer who asks for it stands.
                var end = edition.isResting(sibling) ? playlist : sibling;
                new PlaylistEnd(edition, end).newest().ifPresent(last -> report(sibling, last));
            }
        }
    }

    private void report(PlaylistName sibling, ReloadPoint last) {
        var part = last.wantsWholeSegment() ? "" : ",LAST-PART=" + last.part();
        line("#EXT-X-RENDITION-REPORT:URI=\"" + sibling.path() + "\",LAST-MSN=" + last.msn() + part);
    }

    /**
     * How many segments a player knows as they are. It has a playlist of at most half the skip boundary ago (RFC 8216bis,
     * 6.3.7), in which one that the disk lost meanwhile was none: it would ask for it.
     */
    private int skippable() {
        int beforeBoundary = beforeSkipBoundary();
        for (int i = 0; i < beforeBoundary; i++) {
            if (listed.get(i).track(playlist).orElseThrow().becameGap()) {
                return i;
            }
        }
        return beforeBoundary;
    }

    /** How many segments lie wholly before the skip boundary. */
    private int beforeSkipBoundary() {
        var toEnd = edition.growingTrack(playlist).map(SegmentTrack::duration).orElse(Duration.ZERO);
        for (int i = listed.size() - 1; i >= 0; i--) {
            if (toEnd.compareTo(skipBoundary()) >= 0) {
                return i + 1;
            }
            toEnd = toEnd.plus(listed.get(i).track(playlist).orElseThrow().duration());
        }
        return 0;
    }

    private Duration skipBoundary() {
        return edition.targets().targetDuration().multipliedBy(6);
    }

    /** A player that plays several playlists of a view together holds one distance for all of them. */
    private Duration largestPartTarget() {
        return edition.playlists(playlist.view()).stream()
                .filter(sibling -> sibling.view() == playlist.view())
                .map(this::partTarget)
                .max(Duration::compareTo)
                .orElse(partTarget(playlist));
    }

    private Duration partTarget(PlaylistName name) {
        return edition.isAudio(name)
                ? edition.targets().audioPartTarget()
                : edition.targets().partTarget();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
