// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import live.tributary.transcoder.hls.LiveWindow;
import live.tributary.transcoder.hls.WindowState;

/** The waiting rooms of all windows. A room lives from the first viewer to the close of its window. Any thread. */
final class WaitingRooms {

    private final HeldLimits limits;
    private final Map<LiveWindow, WaitingRoom> rooms = new ConcurrentHashMap<>();

    WaitingRooms(PlaybackProperties properties, PlaybackMetrics metrics) {
        this.limits = new HeldLimits(properties, metrics.held());
    }

    /** The room of a window; on the first call it begins to listen to it. */
    WaitingRoom room(LiveWindow window) {
        var room = rooms.computeIfAbsent(window, key -> {
            var created = new WaitingRoom(key, limits);
            key.listen(this::changed);
            return created;
        });
        removeIfClosed(window);
        return room;
    }

    /** The node stops: who waits is told to come again, and nobody is held any more. */
    void close() {
        limits.close();
        rooms.values().forEach(WaitingRoom::expire);
    }

    private void changed(LiveWindow window) {
        var room = rooms.get(window);
        if (room != null) {
            room.changed();
        }
        removeIfClosed(window);
    }

    private void removeIfClosed(LiveWindow window) {
        if (window.state() == WindowState.CLOSED) {
            rooms.remove(window);
        }
    }
}
