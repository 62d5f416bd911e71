// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.hls.MediaName.PlaylistName;

/** One segment in one playlist. Immutable; an open segment is a new object with each publication. */
final class SegmentTrack {

    private final @Nullable InitSegment init;
    private final List<Part> parts;
    private final Duration duration;
    private final SegmentLines lines;
    private final @Nullable SharedBytes whole;
    private final @Nullable StoredBytes stored;
    private final boolean lostUnannounced;

    private SegmentTrack(
            @Nullable InitSegment init,
            List<Part> parts,
            Duration duration,
            SegmentLines lines,
            @Nullable SharedBytes whole,
            @Nullable StoredBytes stored,
            boolean lostUnannounced) {
        this.init = init;
        this.parts = List.copyOf(parts);
        this.duration = duration;
        this.lines = lines;
        this.whole = whole;
        this.stored = stored;
        this.lostUnannounced = lostUnannounced;
    }

    static SegmentTrack open(SegmentHead head, PlaylistName playlist, @Nullable InitSegment init, List<Part> parts) {
        var lines = SegmentLines.open(head, playlist, parts);
        return new SegmentTrack(init, parts, sum(parts), lines, null, null, false);
    }

    static SegmentTrack closed(
            SegmentHead head,
            PlaylistName playlist,
            @Nullable InitSegment init,
            List<Part> parts,
            Duration duration,
            SharedBytes whole) {
        var lines = SegmentLines.closed(head, playlist, parts, duration);
        return new SegmentTrack(init, parts, duration, lines, whole, StoredBytes.of(pieces(parts)), false);
    }

    /** A closed one of which only files hold the bytes. */
    static SegmentTrack stored(
            SegmentHead head,
            PlaylistName playlist,
            @Nullable InitSegment init,
            Duration duration,
            List<FilePiece> pieces) {
        var bytes = StoredBytes.of(pieces);
        var lines = SegmentLines.stored(head, playlist, duration, bytes.isEmpty());
        return new SegmentTrack(init, List.of(), duration, lines, null, bytes, false);
    }

    /** The same without its parts and without bytes in memory. */
    SegmentTrack stored() {
        return new SegmentTrack(init, List.of(), duration, lines.withoutParts(), null, stored, lostUnannounced);
    }

    /** The same of which nothing holds the bytes. */
    SegmentTrack lost(SegmentHead head, PlaylistName playlist) {
        return new SegmentTrack(
                init,
                List.of(),
                duration,
                SegmentLines.stored(head, playlist, duration, true),
                null,
                StoredBytes.of(List.of()),
                !lines.isGap());
    }

    /** The same, in memory still, but not to be fetched by who reads of it now. */
    SegmentTrack listedAsGap(SegmentHead head, PlaylistName playlist) {
        return new SegmentTrack(
                init, parts, duration, SegmentLines.stored(head, playlist, duration, true), whole, stored, false);
    }

    /**
     * Whether some player may have read of it before it became a gap. One that was announced as such while it was in memory
     * is known by the time it leaves; one whose file is lost without that is told of as long as it is listed.
     */
    boolean becameGap() {
        return lostUnannounced || (lines.isGap() && !isGap() && whole != null);
    }

    /** Whether files hold all of it. */
    boolean isWhole(Predicate<SegmentFile> holds) {
        return stored == null || stored.files().stream().allMatch(holds);
    }

    private static List<FilePiece> pieces(List<Part> parts) {
        return parts.stream().flatMap(part -> part.pieces().stream()).toList();
    }

    static Duration sum(List<Part> parts) {
        return parts.stream().map(Part::duration).reduce(Duration.ZERO, Duration::plus);
    }

    /** How its files begin; empty where it has none because its rendition did not run. */
    Optional<InitSegment> init() {
        return Optional.ofNullable(init);
    }

    boolean isClosed() {
        return stored != null;
    }

    List<Part> parts() {
        return parts;
    }

    /** {@code EXTINF} of a closed segment; of an open one, what its parts have so far. */
    Duration duration() {
        return duration;
    }

    SegmentLines lines() {
        return lines;
    }

    /** Whether there is nothing to be fetched. */
    boolean isGap() {
        return stored != null && stored.isEmpty();
    }

    /** Where a closed segment lies in files. */
    Optional<StoredBytes> files() {
        return Optional.ofNullable(stored);
    }

    /** All parts as one; empty while the segment is open, and when only files hold it. */
    Optional<SharedBytes> whole() {
        return Optional.ofNullable(whole);
    }

    void release() {
        parts.forEach(part -> part.bytes().release());
        whole().ifPresent(SharedBytes::release);
    }
}
