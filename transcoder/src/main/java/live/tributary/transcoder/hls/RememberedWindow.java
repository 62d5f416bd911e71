// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.hls.MediaName.InitName;
import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.WindowEntry.Begun;
import live.tributary.transcoder.hls.WindowEntry.Declared;
import live.tributary.transcoder.hls.WindowEntry.Ended;
import live.tributary.transcoder.hls.WindowEntry.FrontMoved;
import live.tributary.transcoder.hls.WindowEntry.PartAdded;
import live.tributary.transcoder.hls.WindowEntry.Removed;
import live.tributary.transcoder.hls.WindowEntry.SegmentForgotten;
import live.tributary.transcoder.hls.WindowEntry.SegmentOpened;
import live.tributary.transcoder.hls.WindowEntry.TargetsFixed;
import live.tributary.transcoder.hls.WindowEntry.TrackBegun;
import live.tributary.transcoder.hls.WindowEntry.TrackClosed;
import live.tributary.transcoder.hls.WindowEntry.TrackOpened;

/** What a window was when its node died, put together from its journal. */
final class RememberedWindow {

    private final Map<RenditionName, Declared> declared = new LinkedHashMap<>();
    private final Map<InitName, Begun> inits = new HashMap<>();
    private final Map<PlaylistName, InitName> current = new LinkedHashMap<>();
    private final NavigableMap<Long, RememberedSegment> segments = new TreeMap<>();
    private @Nullable WindowTargets targets;
    private long front = Long.MIN_VALUE;

    private RememberedWindow() {}

    /** Empty where the entries do not make a window that viewers could see. */
    static Optional<RememberedWindow> of(List<WindowEntry> entries) {
        var window = new RememberedWindow();
        entries.forEach(window::apply);
        window.segments.values().removeIf(RememberedSegment::isEmpty);
        window.segments.headMap(window.front).values().removeIf(segment -> !window.isWhole(segment));
        var listed = window.segments.tailMap(window.front);
        return window.targets == null
                        || listed.isEmpty()
                        || !listed.values().stream().allMatch(window::isWhole)
                ? Optional.empty()
                : Optional.of(window);
    }

    private void apply(WindowEntry entry) {
        switch (entry) {
            case TargetsFixed(var fixed) -> targets = fixed;
            case Declared rendition -> declared.put(rendition.rendition(), rendition);
            case Begun begun -> {
                inits.put(begun.init(), begun);
                current.put(begun.init().playlist(), begun.init());
            }
            case Removed(var rendition) -> {
                declared.remove(rendition);
                current.keySet().removeIf(playlist -> playlist.rendition().equals(rendition));
            }
            case SegmentOpened opened -> open(opened);
            case TrackOpened(var playlist, var msn) -> track(playlist, msn);
            case TrackBegun(var init, var msn) -> track(init.playlist(), msn).begin(init);
            case PartAdded part -> track(part.playlist(), part.msn()).add(part);
            case TrackClosed(var playlist, var msn, var duration) ->
                track(playlist, msn).close(duration);
            case FrontMoved(var firstListed) -> front = Math.max(front, firstListed);
            case SegmentForgotten(var msn) -> segments.remove(msn);
            case Ended() -> targets = null;
        }
    }

    private void open(SegmentOpened opened) {
        var head = new SegmentHead(
                opened.msn(), opened.discontinuities(), opened.discontinuity(), opened.session(), opened.date());
        segments.put(opened.msn(), new RememberedSegment(head));
    }

    /** Of a segment that was never opened nothing is kept. */
    private RememberedTrack track(PlaylistName playlist, long msn) {
        var segment = segments.get(msn);
        return segment == null
                ? new RememberedTrack()
                : segment.tracks().computeIfAbsent(playlist, _ -> new RememberedTrack());
    }

    /** Whether it is known how every one of its tracks begins. */
    private boolean isWhole(RememberedSegment segment) {
        return segment.tracks().values().stream()
                .allMatch(track -> track.parts().isEmpty()
                        || track.init().filter(inits::containsKey).isPresent());
    }

    WindowTargets targets() {
        return Objects.requireNonNull(targets, "a remembered window was shown");
    }

    List<Declared> declared() {
        return List.copyOf(declared.values());
    }

    Map<InitName, Begun> inits() {
        return inits;
    }

    boolean isCurrent(InitName init) {
        return init.equals(current.get(init.playlist()));
    }

    /** Oldest first; at least one. */
    List<RememberedSegment> segments() {
        return List.copyOf(segments.values());
    }

    long front() {
        return front;
    }
}
