// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.util.function.Predicate;

import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.MonoSink;

import live.tributary.transcoder.hls.LiveWindow;

/**
 * A request that is held: a completion, not a thread. Kept small, because a node holds thousands.
 * <p>Confined to the event loop of its connection.
 */
final class Waiter {

    /** Why a wait is over. */
    enum Outcome {
        READY,
        EXPIRED,
        /** It was not held at all: too many are. */
        CROWDED
    }

    private final Channel connection;
    private final Predicate<LiveWindow> ready;
    private final long deadlineNanos;
    private @Nullable MonoSink<Outcome> sink;

    Waiter(Channel connection, Predicate<LiveWindow> ready, long deadlineNanos, MonoSink<Outcome> sink) {
        this.connection = connection;
        this.ready = ready;
        this.deadlineNanos = deadlineNanos;
        this.sink = sink;
    }

    Channel connection() {
        return connection;
    }

    boolean isReady(LiveWindow window) {
        return ready.test(window);
    }

    boolean isExpired(long nowNanos) {
        return nowNanos - deadlineNanos >= 0;
    }

    /** Whether it was answered, or its client is gone. */
    boolean isOver() {
        return sink == null;
    }

    /** Takes the completion out; it can be used once. */
    @Nullable
    MonoSink<Outcome> finish() {
        var taken = sink;
        sink = null;
        return taken;
    }
}
