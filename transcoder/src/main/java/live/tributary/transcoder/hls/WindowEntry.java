// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import live.tributary.transcoder.hls.MediaName.InitName;
import live.tributary.transcoder.hls.MediaName.PlaylistName;

/**
 * One step in the life of a window. All of them, in their order, make the window again: that is how it survives the
 * death of its node.
 */
public sealed interface WindowEntry {

    /** The first playlist was shown. */
    record TargetsFixed(WindowTargets targets) implements WindowEntry {}

    /**
     * A rendition, or its new description.
     *
     * @param offered whether an encoder makes it, or would
     */
    record Declared(RenditionName rendition, RenditionFormat format, boolean offered) implements WindowEntry {}

    /** How the files of a playlist begin from now on. */
    @SuppressWarnings("ArrayRecordComponent") // entries are written and replayed, never compared
    record Begun(InitName init, byte[] bytes) implements WindowEntry {}

    /** Segments opened from now on do not have this rendition. */
    record Removed(RenditionName rendition) implements WindowEntry {}

    /** See {@link WindowWriter#openSegment}. */
    record SegmentOpened(long msn, long discontinuities, boolean discontinuity, SessionId session, Instant date)
            implements WindowEntry {}

    /** A segment has this playlist. */
    record TrackOpened(PlaylistName playlist, long msn) implements WindowEntry {}

    /** The files of a segment in one playlist begin with this. Without it, the segment is a gap there. */
    record TrackBegun(InitName init, long msn) implements WindowEntry {}

    /**
     * The next part of a segment in one playlist.
     *
     * @param pieces its bytes, one after the other: of one file in the canonical view, of several in the joined one
     */
    record PartAdded(PlaylistName playlist, long msn, Duration duration, boolean independent, List<FilePiece> pieces)
            implements WindowEntry {}

    /**
     * No part comes any more.
     *
     * @param duration {@code EXTINF}
     */
    record TrackClosed(PlaylistName playlist, long msn, Duration duration) implements WindowEntry {}

    /** Playlists begin with this segment, and never again with an older one. */
    record FrontMoved(long firstListed) implements WindowEntry {}

    /** The segment left the window; its files go. */
    record SegmentForgotten(long msn) implements WindowEntry {}

    /** The final playlists were shown. */
    record Ended() implements WindowEntry {}
}
