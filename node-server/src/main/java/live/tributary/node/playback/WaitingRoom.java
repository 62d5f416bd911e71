// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import reactor.core.publisher.Mono;

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

    /** Holds a request until {@code ready} or for {@code patience}. Subscribed to on the connection's event loop. */
    Mono<Waiter.Outcome> hold(Channel connection, Predicate<LiveWindow> ready, Duration patience) {
        var queue = queue(connection.eventLoop());
        return Mono.create(sink -> {
            if (limits.isClosed()) {
                sink.success(Waiter.Outcome.EXPIRED);
                return;
            }
            if (!limits.take(connection)) {
                sink.success(Waiter.Outcome.CROWDED);
                return;
            }
            var deadline = System.nanoTime() + patience.toNanos();
            var waiter = new Waiter(connection, ready, deadline, sink);
            sink.onCancel(() -> queue.forget(waiter));
            queue.add(waiter);
        });
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
