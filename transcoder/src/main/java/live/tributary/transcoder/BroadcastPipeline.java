// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.Order.BroadcastEnded;
import live.tributary.transcoder.Order.Closed;
import live.tributary.transcoder.Order.SessionEnded;
import live.tributary.transcoder.Order.SessionStarted;
import live.tributary.transcoder.hls.LiveWindow;
import live.tributary.transcoder.hls.WindowWriter;
import live.tributary.transcoder.packager.Ladders;

/**
 * One broadcast: publisher connections in, one window out.
 *
 * <p>Its packaging runs on one platform thread named after the channel. All methods may be called from any thread;
 * none of them blocks, but {@link #close}.
 */
public final class BroadcastPipeline implements AutoCloseable {

    private static final Duration LONGEST_WAIT_FOR_THREAD = Duration.ofSeconds(2);

    private final LiveWindow window;
    private final QueueBudget budget;
    private final BlockingQueue<Order> orders = new LinkedBlockingQueue<>();
    private final AtomicReference<@Nullable PipelineSession> current = new AtomicReference<>();
    private final AtomicLong droppedByQueue = new AtomicLong();
    private final PipelineWorker worker;
    private final Thread thread;

    private BroadcastPipeline(
            String channel, PipelineOptions options, WindowWriter writer, Ladders ladders, PipelineListener listener) {
        this.window = writer.window();
        this.budget = new QueueBudget(options.queue(), options.queuedBytes(), System::nanoTime);
        this.worker = new PipelineWorker(channel, orders, budget, writer, options, ladders, listener);
        this.thread = Thread.ofPlatform().name("pipeline-" + channel).unstarted(worker);
    }

    static BroadcastPipeline start(
            String channel, PipelineOptions options, WindowWriter writer, Ladders ladders, PipelineListener listener) {
        var pipeline = new BroadcastPipeline(channel, options, writer, ladders, listener);
        pipeline.thread.start();
        return pipeline;
    }

    /** What viewers read: one for the life of the broadcast, from before its first playlist. */
    public LiveWindow window() {
        return window;
    }

    /** A new publisher connection. The session before, if it still runs, is cut off; its late offers are refused. */
    public PipelineSession startSession() {
        var session = new PipelineSession(this, budget);
        current.set(session);
        give(new SessionStarted(session));
        return session;
    }

    /** What the pipeline saw and did up to now. */
    public PipelineFigures figures() {
        return new PipelineFigures(worker.figures(), worker.rungs(), budget.queued(), droppedByQueue.get());
    }

    /** The broadcast is over: what was offered is packaged, then the final playlists are shown. */
    public void end() {
        current.set(null);
        give(new BroadcastEnded());
    }

    /** Ends the thread and gives the window's memory back. Waits at most two seconds for the thread. */
    @Override
    public void close() {
        current.set(null);
        give(new Closed());
        try {
            thread.join(LONGEST_WAIT_FOR_THREAD);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isCurrent(PipelineSession session) {
        return session.equals(current.get());
    }

    void give(Order order) {
        // Never full: media is bounded by the budget before it comes here, the rest is a few orders a session.
        orders.add(order);
    }

    void endSession(PipelineSession session) {
        if (current.compareAndSet(session, null)) {
            give(new SessionEnded(session));
        }
    }

    void countDropped() {
        droppedByQueue.incrementAndGet();
    }
}
