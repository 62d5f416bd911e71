// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.time.Duration;

import live.tributary.transcoder.hls.MediaName.PlaylistName;

/** Judges blocked reloads (RFC 8216bis, 6.2.5.2). */
final class Reload {

    private static final int SEGMENTS_AHEAD = 2;

    private Reload() {}

    static ReloadVerdict judge(Edition edition, PlaylistName playlist, ReloadPoint asked) {
        if (edition.ended()) {
            return ReloadVerdict.PRESENT;
        }
        if (isTooFar(edition, playlist, asked)) {
            return ReloadVerdict.TOO_FAR;
        }
        return isPresent(edition, playlist, asked) ? ReloadVerdict.PRESENT : ReloadVerdict.AWAITED;
    }

    private static boolean isTooFar(Edition edition, PlaylistName playlist, ReloadPoint asked) {
        if (asked.msn() > edition.lastClosed() + SEGMENTS_AHEAD) {
            return true;
        }
        var limit = advancePartLimit(edition.targets().partTarget());
        var newest = asked.msn() == edition.nextMsn() ? parts(edition, playlist) - 1 : -1;
        return asked.msn() > edition.lastClosed() && asked.part() > newest + limit;
    }

    /** "Advance Part Limit": three divided by the part target, or three when that is a second or longer. */
    private static long advancePartLimit(Duration partTarget) {
        var most = Duration.ofSeconds(3);
        return partTarget.compareTo(Duration.ofSeconds(1)) < 0 ? most.dividedBy(partTarget) : most.toSeconds();
    }

    private static boolean isPresent(Edition edition, PlaylistName playlist, ReloadPoint asked) {
        if (asked.msn() > edition.lastClosed()) {
            return !asked.wantsWholeSegment()
                    && asked.msn() == edition.nextMsn()
                    && asked.part() < parts(edition, playlist);
        }
        var closedParts = edition.segment(asked.msn())
                .flatMap(segment -> segment.track(playlist))
                .map(track -> track.parts().size());
        // A part beyond the last one of a closed segment means the first of the segment after it.
        var isBeyond = asked.msn() == edition.lastClosed()
                && closedParts.filter(count -> asked.part() >= count).isPresent();
        return !isBeyond || parts(edition, playlist) > 0;
    }

    private static int parts(Edition edition, PlaylistName playlist) {
        return edition.growing(playlist).map(track -> track.parts().size()).orElse(0);
    }
}
