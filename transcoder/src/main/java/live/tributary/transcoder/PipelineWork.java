// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.transcoder.Order.BroadcastEnded;
import live.tributary.transcoder.Order.Closed;
import live.tributary.transcoder.Order.Left;
import live.tributary.transcoder.Order.Media;
import live.tributary.transcoder.Order.SessionEnded;
import live.tributary.transcoder.Order.SessionStarted;
import live.tributary.transcoder.Order.Task;
import live.tributary.transcoder.Order.TimePassed;
import live.tributary.transcoder.hls.WindowWriter;
import live.tributary.transcoder.media.StreamFigures;
import live.tributary.transcoder.packager.Ladders;
import live.tributary.transcoder.packager.Packager;
import live.tributary.transcoder.packager.RungFigures;

/** What a pipeline does: one order after the other into the packager, which knows nothing of threads. */
final class PipelineWork {

    private static final Logger log = LoggerFactory.getLogger(PipelineWork.class);

    private final String channel;
    private final QueueBudget budget;
    private final WindowWriter writer;
    private final Packager packager;
    private final PipelineListener listener;
    private final CompletableFuture<Void> released = new CompletableFuture<>();
    private @Nullable PipelineSession session;
    private boolean over;
    private volatile boolean waiting;
    private volatile StreamFigures figures = StreamFigures.NONE;
    private volatile List<RungFigures> rungs = List.of();

    PipelineWork(
            String channel,
            QueueBudget budget,
            WindowWriter writer,
            PipelineOptions options,
            Ladders ladders,
            Executor pipeline,
            PipelineListener listener) {
        this.channel = channel;
        this.budget = budget;
        this.writer = writer;
        this.listener = listener;
        this.packager =
                new Packager(writer, options.partTarget(), ladders, pipeline, listener::onLive, listener::onProblem);
        log.info("pipeline started channel={}", channel);
    }

    StreamFigures figures() {
        return figures;
    }

    List<RungFigures> rungs() {
        return rungs;
    }

    /** Whether time that passes is news: a frame waits to know its duration. Any thread. */
    boolean isWaiting() {
        return waiting;
    }

    /** Done when the window is closed. */
    CompletableFuture<Void> released() {
        return released;
    }

    void obey(Order order) {
        if (over) {
            refuse(order);
            return;
        }
        try {
            act(order);
            figures = packager.figures();
            rungs = packager.rungs();
            waiting = packager.isWaiting();
        } catch (RuntimeException | Error fault) {
            // Whoever brought it is a stranger, and must not die of it.
            log.error("pipeline failed channel={}", channel, fault);
            release(listener::onFailed);
            if (order instanceof Left(var safe)) {
                safe.complete(null);
            }
        }
    }

    /** It comes too late, but nobody may wait for it in vain. */
    private void refuse(Order order) {
        switch (order) {
            case Media media -> budget.giveBack(media.share());
            case Left(var safe) -> safe.complete(null);
            case TimePassed _, SessionStarted _, Task _, SessionEnded _, BroadcastEnded _, Closed _ -> {}
        }
    }

    private void act(Order order) {
        switch (order) {
            case TimePassed() -> packager.timePassed(System.nanoTime());
            case SessionStarted(var started) -> {
                session = started;
                packager.beginSession();
            }
            case Media media -> {
                budget.giveBack(media.share());
                if (media.session().equals(session)) {
                    packager.accept(media.input(), media.offeredNanos());
                }
            }
            case Task(var task) -> task.run();
            case SessionEnded(var ended) -> {
                if (ended.equals(session)) {
                    packager.endSession();
                }
            }
            case BroadcastEnded() -> packager.endBroadcast();
            case Left(var safe) -> {
                session = null;
                packager.endSession();
                packager.close();
                var _ = writer.leave().thenRun(() -> safe.complete(null));
            }
            case Closed() -> release(() -> {});
        }
    }

    /** The encoder goes before the window does, which waits for its files: on a thread that may. */
    private void release(Runnable then) {
        over = true;
        waiting = false;
        try {
            packager.close();
        } catch (RuntimeException | Error fault) {
            // Where memory is short, the last frames do not fit either.
            log.error("an encoder could not be ended channel={}", channel, fault);
        }
        Thread.ofVirtual().name("pipeline-end-" + channel).start(() -> {
            try {
                writer.close();
            } finally {
                log.info("pipeline ended channel={}", channel);
                released.complete(null);
                then.run();
            }
        });
    }
}
