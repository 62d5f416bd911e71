// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.WindowEntry.PartAdded;
import live.tributary.transcoder.hls.WindowEntry.TrackBegun;
import live.tributary.transcoder.hls.WindowEntry.TrackClosed;
import live.tributary.transcoder.hls.WindowEntry.TrackOpened;

/** One segment of one playlist while it is made. One thread at a time. */
final class TrackInProgress {

    private final SegmentHead head;
    private final PlaylistName playlist;
    private final boolean follows;
    private final Ledger ledger;
    private final List<Part> parts = new ArrayList<>();
    private int bytes;
    private @Nullable InitSegment init;
    private @Nullable SegmentTrack closed;

    /**
     * Begins empty.
     *
     * @param init null where a following rendition does not run yet
     */
    TrackInProgress(
            SegmentHead head, PlaylistName playlist, boolean follows, @Nullable InitSegment init, Ledger ledger) {
        this.head = head;
        this.playlist = playlist;
        this.follows = follows;
        this.ledger = ledger;
        ledger.note(new TrackOpened(playlist, head.msn()));
        if (init != null) {
            begin(init);
        }
    }

    /** Whether it may be closed later than its segment. */
    boolean follows() {
        return follows;
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    boolean isClosed() {
        return closed != null;
    }

    /** A following rendition runs from here on; what has parts already began before. */
    void begin(InitSegment with) {
        if (isEmpty() && !isClosed()) {
            init = with;
            ledger.note(new TrackBegun(with.name(), head.msn()));
        }
    }

    void add(Part part) {
        if (init == null || isClosed()) {
            throw new IllegalStateException(playlist.path() + " cannot take a part: not configured, or closed");
        }
        parts.add(part);
        bytes += part.bytes().length();
        ledger.note(new PartAdded(playlist, head.msn(), part.duration(), part.independent(), part.pieces()));
    }

    /** Where the next part of a canonical track begins in the file of its segment. */
    FilePiece nextPiece(int length) {
        return new FilePiece(new SegmentFile(head.session(), playlist.rendition(), head.msn()), bytes, length);
    }

    Duration partsDuration() {
        return SegmentTrack.sum(parts);
    }

    void close(Duration duration, ByteBufAllocator allocator) {
        if (!isClosed()) {
            var pieces = parts.stream().map(Part::bytes).toList();
            closed = SegmentTrack.closed(head, playlist, init, parts, duration, SharedBytes.joined(allocator, pieces));
            ledger.note(new TrackClosed(playlist, head.msn(), duration));
        }
    }

    SegmentTrack snapshot() {
        return closed == null ? SegmentTrack.open(head, playlist, init, parts) : closed;
    }
}
