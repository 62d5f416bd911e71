// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import live.tributary.transcoder.hls.MediaName.InitName;
import live.tributary.transcoder.hls.MediaName.PlaylistName;
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

/** Leaves out of a journal what says nothing about the window any more, so that it grows with the window and not with the evening. */
final class Retention {

    private final Set<Long> forgotten = new HashSet<>();
    private final Set<InitName> named = new HashSet<>();
    private final Map<PlaylistName, InitName> latest = new HashMap<>();
    private long front = Long.MIN_VALUE;

    private Retention(List<WindowEntry> entries) {
        entries.forEach(this::look);
        entries.forEach(this::lookForNames);
    }

    static List<WindowEntry> of(List<WindowEntry> entries) {
        var retention = new Retention(entries);
        var kept = new ArrayList<WindowEntry>();
        entries.stream().filter(retention::keeps).forEach(kept::add);
        if (retention.front > Long.MIN_VALUE) {
            kept.add(new FrontMoved(retention.front));
        }
        return kept;
    }

    private void look(WindowEntry entry) {
        if (entry instanceof SegmentForgotten(var msn)) {
            forgotten.add(msn);
        } else if (entry instanceof FrontMoved(var firstListed)) {
            front = Math.max(front, firstListed);
        } else if (entry instanceof Begun(var init, var _)) {
            latest.put(init.playlist(), init);
        }
    }

    private void lookForNames(WindowEntry entry) {
        if (entry instanceof TrackBegun(var init, var msn) && !forgotten.contains(msn)) {
            named.add(init);
        }
    }

    private boolean keeps(WindowEntry entry) {
        return switch (entry) {
            case TargetsFixed _, Declared _, Removed _, Ended _ -> true;
            case Begun(var init, var _) -> named.contains(init) || init.equals(latest.get(init.playlist()));
            case SegmentOpened opened -> !forgotten.contains(opened.msn());
            case TrackOpened(var _, var msn) -> !forgotten.contains(msn);
            case TrackBegun(var _, var msn) -> !forgotten.contains(msn);
            case PartAdded part -> !forgotten.contains(part.msn());
            case TrackClosed(var _, var msn, var _) -> !forgotten.contains(msn);
            case FrontMoved _, SegmentForgotten _ -> false;
        };
    }
}
