// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import live.tributary.node.kernel.ChannelId;

/**
 * How many watch a channel now: about, and without knowing who. It is counted from the playlist requests that wait, so
 * nothing about a viewer is stored.
 */
public final class Viewers {

    private final LiveWindows windows;
    private final WaitingRooms rooms;

    Viewers(LiveWindows windows, WaitingRooms rooms) {
        this.windows = windows;
        this.rooms = rooms;
    }

    /** Any thread. 0 for a channel that is not on air. */
    public int watching(ChannelId channel) {
        return windows.find(channel.value()).map(rooms::watching).orElse(0);
    }
}
