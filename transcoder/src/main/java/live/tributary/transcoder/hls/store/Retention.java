// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.hls.MediaName.InitName;
import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.hls.WindowEntry;
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

/**
 * Leaves out of a journal what says nothing about the window any more, so that it grows with the window and not with the
 * evening: what forgotten segments were made of, and every description but the last.
 */
final class Retention {

    private final List<WindowEntry> entries;
    private final Set<Long> forgotten = new HashSet<>();
    private final Set<InitName> named = new HashSet<>();
    private final Map<PlaylistName, InitName> latest = new HashMap<>();
    /** Where a playlist was last said to begin so; the entry of now counts, and one is enough. */
    private final Map<InitName, Integer> begun = new HashMap<>();

    private final Map<RenditionName, Integer> removed = new HashMap<>();
    private final Map<RenditionName, Integer> firstDeclared = new HashMap<>();
    private final Map<RenditionName, Declared> lastDeclared = new HashMap<>();
    private long front = Long.MIN_VALUE;

    private Retention(List<WindowEntry> entries) {
        this.entries = entries;
        for (int i = 0; i < entries.size(); i++) {
            look(entries.get(i), i);
        }
        entries.forEach(this::lookForNames);
    }

    static List<WindowEntry> of(List<WindowEntry> entries) {
        return new Retention(entries).kept();
    }

    private List<WindowEntry> kept() {
        var kept = new ArrayList<WindowEntry>();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            if (keeps(entry, i)) {
                kept.add(entry instanceof Declared declared ? latest(declared) : entry);
            }
        }
        if (front > Long.MIN_VALUE) {
            kept.add(new FrontMoved(front));
        }
        return kept;
    }

    private void look(WindowEntry entry, int index) {
        switch (entry) {
            case SegmentForgotten(var msn) -> forgotten.add(msn);
            case FrontMoved(var firstListed) -> front = Math.max(front, firstListed);
            case Begun(var init, var _) -> {
                latest.put(init.playlist(), init);
                begun.put(init, index);
            }
            case Declared declared -> {
                firstDeclared.putIfAbsent(declared.rendition(), index);
                lastDeclared.put(declared.rendition(), declared);
            }
            case Removed(var rendition) -> {
                removed.put(rendition, index);
                firstDeclared.remove(rendition);
            }
            default -> {
                // Describes one segment, or is kept anyway.
            }
        }
    }

    private void lookForNames(WindowEntry entry) {
        if (entry instanceof TrackBegun(var init, var msn) && !forgotten.contains(msn)) {
            named.add(init);
        }
    }

    /** A rendition keeps its place among the others, which is that of the master playlist. */
    private Declared latest(Declared first) {
        return Objects.requireNonNull(lastDeclared.get(first.rendition()));
    }

    private boolean keeps(WindowEntry entry, int index) {
        return switch (entry) {
            case TargetsFixed _, Ended _ -> true;
            case Declared declared -> isAt(index, firstDeclared.get(declared.rendition()));
            case Removed(var rendition) -> isAt(index, removed.get(rendition));
            case Begun(var init, var _) ->
                isAt(index, begun.get(init)) && (named.contains(init) || init.equals(latest.get(init.playlist())));
            case SegmentOpened opened -> !forgotten.contains(opened.msn());
            case TrackOpened(var _, var msn) -> !forgotten.contains(msn);
            case TrackBegun(var _, var msn) -> !forgotten.contains(msn);
            case PartAdded part -> !forgotten.contains(part.msn());
            case TrackClosed(var _, var msn, var _) -> !forgotten.contains(msn);
            case FrontMoved _, SegmentForgotten _ -> false;
        };
    }

    private static boolean isAt(int index, @Nullable Integer wanted) {
        return wanted != null && wanted == index;
    }
}
