// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

import io.netty.channel.EventLoop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.transcoder.hls.LiveWindow;

/**
 * The held requests for one window on one event loop, and the timer that ends them.
 * <p>Confined to that loop, except {@link #wake}.
 */
final class LoopQueue {

    private static final Logger log = LoggerFactory.getLogger(LoopQueue.class);
    private static final Duration TICK = Duration.ofMillis(250);

    private final EventLoop loop;
    private final LiveWindow window;
    private final HeldLimits limits;
    private final AtomicBoolean woken = new AtomicBoolean();
    private List<Waiter> waiting = new ArrayList<>();
    private boolean ticking;

    LoopQueue(EventLoop loop, LiveWindow window, HeldLimits limits) {
        this.loop = loop;
        this.window = window;
        this.limits = limits;
    }

    void add(Waiter waiter) {
        if (waiter.isReady(window)) {
            // It was published between the caller's look and this line.
            finish(waiter, Waiter.Outcome.READY);
            return;
        }
        waiting.add(waiter);
        tickLater();
    }

    /** Something was published. Any thread; one task however many wait. */
    void wake() {
        // A node that stops closes its connections before its broadcasts; then nobody waits any more.
        if (!loop.isShuttingDown() && woken.compareAndSet(false, true)) {
            loop.execute(this::published);
        }
    }

    /** Nobody waits any longer. Any thread. */
    void expire() {
        if (!loop.isShuttingDown()) {
            loop.execute(() -> answer(_ -> true, Waiter.Outcome.EXPIRED));
        }
    }

    private void published() {
        woken.set(false);
        answer(waiter -> waiter.isReady(window), Waiter.Outcome.READY);
    }

    private void tick() {
        ticking = false;
        var now = System.nanoTime();
        answer(waiter -> waiter.isExpired(now), Waiter.Outcome.EXPIRED);
        tickLater();
    }

    private void tickLater() {
        if (!ticking && !waiting.isEmpty()) {
            ticking = true;
            var _ = loop.schedule(this::tick, TICK.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Answering one may let its connection's next request join the queue, so the list is taken out first. */
    private void answer(Predicate<Waiter> whom, Waiter.Outcome outcome) {
        var all = waiting;
        waiting = new ArrayList<>(all.size());
        for (var waiter : all) {
            if (waiter.isGone()) {
                limits.giveBack(waiter.connection());
            } else if (isMeant(waiter, whom)) {
                finish(waiter, outcome);
            } else {
                waiting.add(waiter);
            }
        }
    }

    /** One that cannot be asked is answered, and fails alone: all others wait in no list until this loop is over. */
    private static boolean isMeant(Waiter waiter, Predicate<Waiter> whom) {
        try {
            return whom.test(waiter);
        } catch (RuntimeException | OutOfMemoryError failure) {
            log.error("A held request could not be looked at, and is answered.", failure);
            return true;
        }
    }

    private void finish(Waiter waiter, Waiter.Outcome outcome) {
        limits.giveBack(waiter.connection());
        try {
            waiter.end(outcome);
        } catch (RuntimeException | OutOfMemoryError failure) {
            log.error("A held request could not be answered, and its connection is closed.", failure);
            var _ = waiter.connection().close();
        }
    }
}
