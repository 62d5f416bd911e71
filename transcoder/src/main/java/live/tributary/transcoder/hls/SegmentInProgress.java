// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.WindowEntry.SegmentOpened;

/**
 * A segment of the window as the pipeline knows it; what readers see is a {@link #snapshot}. It is closed for
 * the publisher's own tracks at once, for renditions that follow them one by one.
 */
final class SegmentInProgress {

    private final SegmentHead head;
    private final Ledger ledger;
    private final Map<PlaylistName, TrackInProgress> tracks = new LinkedHashMap<>();
    private @Nullable Segment complete;

    SegmentInProgress(SegmentHead head, Ledger ledger) {
        this.head = head;
        this.ledger = ledger;
        ledger.note(new SegmentOpened(
                head.msn(), head.discontinuities(), head.discontinuity(), head.session(), head.date()));
    }

    SegmentHead head() {
        return head;
    }

    void addTrack(PlaylistName playlist, boolean follows, @Nullable InitSegment init) {
        tracks.put(playlist, new TrackInProgress(head, playlist, follows, init, ledger));
    }

    /** The track of a playlist that can still take parts. */
    Optional<TrackInProgress> openTrack(PlaylistName playlist) {
        return Optional.ofNullable(tracks.get(playlist)).filter(track -> !track.isClosed());
    }

    void add(PlaylistName playlist, Part part) {
        requireOpenTrack(playlist).add(part);
    }

    TrackInProgress requireOpenTrack(PlaylistName playlist) {
        return openTrack(playlist)
                .orElseThrow(() ->
                        new IllegalStateException(playlist.path() + " was not configured when the segment was opened"));
    }

    /** Closes the publisher's own tracks; one that is not named lasts as long as its parts. */
    void close(Map<RenditionName, Duration> durations, ByteBufAllocator allocator) {
        tracks.forEach((playlist, track) -> {
            if (!track.follows()) {
                track.close(durations.getOrDefault(playlist.rendition(), track.partsDuration()), allocator);
            }
        });
    }

    /** Closes one that follows, as it is. */
    void closeFollower(RenditionName rendition, ByteBufAllocator allocator) {
        tracks.forEach((playlist, track) -> {
            if (playlist.rendition().equals(rendition)) {
                track.close(track.partsDuration(), allocator);
            }
        });
    }

    /** Closes all that is still open, as it is. */
    void closeAll(ByteBufAllocator allocator) {
        tracks.values().forEach(track -> track.close(track.partsDuration(), allocator));
    }

    boolean isComplete() {
        return tracks.values().stream().allMatch(TrackInProgress::isClosed);
    }

    /** Of what no file holds, playlists tell that it is not to be fetched; who read them before still may. */
    void announceGaps(Predicate<SegmentFile> holds) {
        complete = snapshot().withGaps(holds);
    }

    Segment snapshot() {
        if (complete != null) {
            return complete;
        }
        var result = new LinkedHashMap<PlaylistName, SegmentTrack>();
        tracks.forEach((playlist, track) -> result.put(playlist, track.snapshot()));
        var segment = new Segment(head, result);
        if (isComplete()) {
            complete = segment;
        }
        return segment;
    }
}
