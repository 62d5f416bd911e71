// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import org.springframework.context.SmartLifecycle;

/**
 * Tells viewers who wait that the node stops, while it still can: nothing comes any more. They are asked to come again, and find the next node at the same address.
 */
final class LastCall implements SmartLifecycle {

    /** After the port for encoders was closed, before the web server begins to stop (1,024 below the default). */
    private static final int PHASE = DEFAULT_PHASE - 512;

    private final WaitingRooms rooms;
    private volatile boolean running;

    LastCall(WaitingRooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        rooms.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
