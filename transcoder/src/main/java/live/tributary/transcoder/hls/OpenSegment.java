// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.netty.buffer.ByteBufAllocator;

import live.tributary.transcoder.hls.MediaName.PlaylistName;

/** The segment that still grows. Pipeline thread only; what readers see is a {@link #snapshot}. */
final class OpenSegment {

    private record Track(InitSegment init, List<Part> parts) {}

    private final SegmentHead head;
    private final Map<PlaylistName, Track> tracks = new LinkedHashMap<>();

    OpenSegment(SegmentHead head, Map<PlaylistName, InitSegment> inits) {
        this.head = head;
        inits.forEach((name, init) -> tracks.put(name, new Track(init, new ArrayList<>())));
    }

    void add(PlaylistName playlist, Part part) {
        var track = tracks.get(playlist);
        if (track == null) {
            throw new IllegalStateException(playlist.path() + " was not configured when the segment was opened");
        }
        track.parts.add(part);
    }

    Segment snapshot() {
        return segment(false, (_, track) -> SegmentTrack.open(head, track.init, track.parts));
    }

    Segment close(Map<RenditionName, Duration> durations, ByteBufAllocator allocator) {
        return segment(true, (name, track) -> {
            var pieces = track.parts.stream().map(Part::bytes).toList();
            var duration = durations.getOrDefault(name.rendition(), SegmentTrack.sum(track.parts));
            return SegmentTrack.closed(head, track.init, track.parts, duration, SharedBytes.joined(allocator, pieces));
        });
    }

    private interface Conversion {
        SegmentTrack convert(PlaylistName name, Track track);
    }

    private Segment segment(boolean closed, Conversion conversion) {
        var result = new LinkedHashMap<PlaylistName, SegmentTrack>();
        tracks.forEach((name, track) -> result.put(name, conversion.convert(name, track)));
        return new Segment(head, closed, result);
    }
}
