// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.time.Duration;

import live.tributary.transcoder.hls.MediaName.PlaylistName;

/** Judges blocked reloads (RFC 8216bis, 6.2.5.2). */
final class Reload {

    private static final int SEGMENTS_AHEAD = 2;

    private Reload() {}

    static ReloadVerdict judge(Edition edition, PlaylistName playlist, ReloadPoint asked) {
        // Of what was withdrawn nothing will ever come: whoever waits for it hears so at once.
        if (edition.ended() || edition.isWithdrawn(playlist)) {
            return ReloadVerdict.PRESENT;
        }
        if (isTooFar(edition, asked)) {
            return ReloadVerdict.TOO_FAR;
        }
        return isPresent(edition, playlist, asked) ? ReloadVerdict.PRESENT : ReloadVerdict.AWAITED;
    }

    /** By the rendition that is furthest: another that follows it is asked for what the first has already. */
    private static boolean isTooFar(Edition edition, ReloadPoint asked) {
        var newest = edition.newest();
        var open = newest.tracks().values().stream()
                .filter(track -> !track.isClosed())
                .mapToInt(track -> track.parts().size())
                .max();
        long lastClosed = newest.head().msn() - (open.isPresent() ? 1 : 0);
        if (asked.msn() > lastClosed + SEGMENTS_AHEAD) {
            return true;
        }
        var limit = advancePartLimit(edition.targets().partTarget());
        int newestPart = asked.msn() == lastClosed + 1 ? open.orElse(0) - 1 : -1;
        return asked.msn() > lastClosed && asked.part() > newestPart + limit;
    }

    /** "Advance Part Limit": three divided by the part target, or three when that is a second or longer. */
    private static long advancePartLimit(Duration partTarget) {
        var most = Duration.ofSeconds(3);
        return partTarget.compareTo(Duration.ofSeconds(1)) < 0 ? most.dividedBy(partTarget) : most.toSeconds();
    }

    /**
     * By the playlist's own end, which lies behind that of its siblings while its track is away. A part beyond the last
     * one of a closed segment means the first of the segment after it.
     */
    private static boolean isPresent(Edition edition, PlaylistName playlist, ReloadPoint asked) {
        var end = new PlaylistEnd(edition, playlist).newest();
        if (end.isEmpty() || asked.msn() != end.get().msn()) {
            return end.filter(newest -> asked.msn() < newest.msn()).isPresent();
        }
        boolean closed = asked.msn() < edition.nextMsn(playlist);
        return asked.wantsWholeSegment() ? closed : asked.part() <= end.get().part();
    }
}
