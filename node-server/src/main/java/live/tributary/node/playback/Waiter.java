// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.util.function.Consumer;
import java.util.function.Predicate;

import io.netty.channel.Channel;

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
    private final Consumer<Outcome> then;

    Waiter(Channel connection, Predicate<LiveWindow> ready, long deadlineNanos, Consumer<Outcome> then) {
        this.connection = connection;
        this.ready = ready;
        this.deadlineNanos = deadlineNanos;
        this.then = then;
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

    boolean isGone() {
        return !connection.isActive();
    }

    void end(Outcome outcome) {
        then.accept(outcome);
    }
}
