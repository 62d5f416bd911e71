// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;

import live.tributary.transcoder.hls.LiveWindow;

/** Everybody who waits for one window, in one queue for each event loop. Any thread. */
final class WaitingRoom {

    private final LiveWindow window;
    private final HeldLimits limits;
    private final Map<EventLoop, LoopQueue> queues = new ConcurrentHashMap<>();

    WaitingRoom(LiveWindow window, HeldLimits limits) {
        this.window = window;
        this.limits = limits;
    }

    /**
     * Holds a request until {@code ready} or for {@code patience}; {@code then} hears how it ended, or nothing where the
     * client has gone. On the connection's event loop.
     */
    void hold(Channel connection, Predicate<LiveWindow> ready, Duration patience, Consumer<Waiter.Outcome> then) {
        if (limits.isClosed()) {
            then.accept(Waiter.Outcome.EXPIRED);
        } else if (!limits.take(connection)) {
            then.accept(Waiter.Outcome.CROWDED);
        } else {
            var deadline = System.nanoTime() + patience.toNanos();
            queue(connection.eventLoop()).add(new Waiter(connection, ready, deadline, then));
        }
    }

    /** Lets nobody wait any longer. */
    void expire() {
        queues.values().forEach(LoopQueue::expire);
    }

    void changed() {
        queues.values().forEach(LoopQueue::wake);
    }

    private LoopQueue queue(EventLoop loop) {
        return queues.computeIfAbsent(loop, key -> new LoopQueue(key, window, limits));
    }
}
