// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.hls.MediaName.PlaylistName;

/** One segment in one playlist. Immutable; an open segment is a new object with each publication. */
final class SegmentTrack {

    private final @Nullable InitSegment init;
    private final List<Part> parts;
    private final Duration duration;
    private final SegmentLines lines;
    private final @Nullable SharedBytes whole;

    private SegmentTrack(
            @Nullable InitSegment init,
            List<Part> parts,
            Duration duration,
            SegmentLines lines,
            @Nullable SharedBytes whole) {
        this.init = init;
        this.parts = List.copyOf(parts);
        this.duration = duration;
        this.lines = lines;
        this.whole = whole;
    }

    static SegmentTrack open(SegmentHead head, PlaylistName playlist, @Nullable InitSegment init, List<Part> parts) {
        var lines = SegmentLines.open(head, playlist, parts);
        return new SegmentTrack(init, parts, sum(parts), lines, null);
    }

    static SegmentTrack closed(
            SegmentHead head,
            PlaylistName playlist,
            @Nullable InitSegment init,
            List<Part> parts,
            Duration duration,
            SharedBytes whole) {
        var lines = SegmentLines.closed(head, playlist, parts, duration);
        return new SegmentTrack(init, parts, duration, lines, whole);
    }

    static Duration sum(List<Part> parts) {
        return parts.stream().map(Part::duration).reduce(Duration.ZERO, Duration::plus);
    }

    /** How its files begin; empty where it has none because its rendition did not run. */
    Optional<InitSegment> init() {
        return Optional.ofNullable(init);
    }

    boolean isClosed() {
        return whole != null;
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

    /** All parts as one; empty while the segment is open. */
    Optional<SharedBytes> whole() {
        return Optional.ofNullable(whole);
    }

    void release() {
        parts.forEach(part -> part.bytes().release());
        whole().ifPresent(SharedBytes::release);
    }
}
