// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.transcoder.Order.BroadcastEnded;
import live.tributary.transcoder.Order.Closed;
import live.tributary.transcoder.Order.Left;
import live.tributary.transcoder.Order.SessionEnded;
import live.tributary.transcoder.Order.SessionStarted;
import live.tributary.transcoder.Order.TimePassed;
import live.tributary.transcoder.hls.LiveWindow;
import live.tributary.transcoder.hls.WindowWriter;
import live.tributary.transcoder.packager.Ladders;

/**
 * One broadcast: publisher connections in, one window out.
 *
 * <p>It has no thread. What is offered is packaged at once by the thread that offers it, or by another one that is at
 * work on this broadcast at that moment; so a publisher's event loop does most. All methods may be called from any thread;
 * none of them blocks, but {@link #close}.
 */
public final class BroadcastPipeline implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(BroadcastPipeline.class);

    private static final Duration LONGEST_WAIT_FOR_END = Duration.ofSeconds(2);

    private final WindowWriter writer;
    private final QueueBudget budget;
    private final AtomicReference<@Nullable PipelineSession> current = new AtomicReference<>();
    private final AtomicLong droppedByQueue = new AtomicLong();
    private final PipelineClock clock;
    private final PipelineWork work;
    private final Turns<Order> turns;

    private BroadcastPipeline(
            String channel,
            PipelineOptions options,
            WindowWriter writer,
            Ladders ladders,
            PipelineClock clock,
            PipelineListener listener) {
        this.writer = writer;
        this.clock = clock;
        this.budget = new QueueBudget(options.queue(), options.queuedBytes(), System::nanoTime);
        this.work = new PipelineWork(
                channel, budget, writer, options, ladders, task -> give(new Order.Task(task)), listener);
        this.turns = new Turns<>(work::obey);
    }

    static BroadcastPipeline start(
            String channel,
            PipelineOptions options,
            WindowWriter writer,
            Ladders ladders,
            PipelineClock clock,
            PipelineListener listener) {
        var pipeline = new BroadcastPipeline(channel, options, writer, ladders, clock, listener);
        clock.add(pipeline);
        return pipeline;
    }

    /** What viewers read: one for the life of the broadcast, from before its first playlist. */
    public LiveWindow window() {
        return writer.window();
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
        return new PipelineFigures(work.figures(), work.rungs(), budget.queued(), droppedByQueue.get());
    }

    /** The broadcast is over: what was offered is packaged, then the final playlists are shown. */
    public void end() {
        current.set(null);
        give(new BroadcastEnded());
    }

    /**
     * The node stops, and another will go on with the broadcast: {@link Transcoder#resume}. Viewers are answered until
     * {@link #close}.
     *
     * @return completed when all that viewers were shown is safe
     */
    public CompletableFuture<Void> leave() {
        current.set(null);
        var safe = new CompletableFuture<Void>();
        give(new Left(safe));
        return safe;
    }

    /** Gives the window's memory back, and waits at most two seconds for what it still writes. */
    @Override
    public void close() {
        current.set(null);
        clock.remove(this);
        give(new Closed());
        try {
            work.released().get(LONGEST_WAIT_FOR_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException late) {
            log.warn("a pipeline takes long to end: {}", late.toString());
        }
    }

    /** Who takes a turn may have to do what others bring: that is not for the one clock of all pipelines. */
    void timePassed() {
        writer.timePassed();
        if (work.isWaiting()) {
            Thread.ofVirtual().start(() -> give(new TimePassed()));
        }
    }

    boolean isCurrent(PipelineSession session) {
        return session.equals(current.get());
    }

    void give(Order order) {
        turns.give(order);
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
