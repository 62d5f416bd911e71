// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.transcoder.Order.BroadcastEnded;
import live.tributary.transcoder.Order.Closed;
import live.tributary.transcoder.Order.Media;
import live.tributary.transcoder.Order.SessionEnded;
import live.tributary.transcoder.Order.SessionStarted;
import live.tributary.transcoder.Order.Task;
import live.tributary.transcoder.hls.WindowWriter;
import live.tributary.transcoder.media.StreamFigures;
import live.tributary.transcoder.packager.Ladders;
import live.tributary.transcoder.packager.Packager;
import live.tributary.transcoder.packager.RungFigures;

/** The loop of the pipeline thread: one order after the other into the packager, which knows nothing of threads. */
final class PipelineWorker implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(PipelineWorker.class);
    private static final int IDLE_MILLIS = 20;

    private final String channel;
    private final BlockingQueue<Order> orders;
    private final QueueBudget budget;
    private final WindowWriter writer;
    private final Packager packager;
    private final PipelineListener listener;
    private @Nullable PipelineSession session;
    private volatile StreamFigures figures = StreamFigures.NONE;
    private volatile List<RungFigures> rungs = List.of();

    PipelineWorker(
            String channel,
            BlockingQueue<Order> orders,
            QueueBudget budget,
            WindowWriter writer,
            PipelineOptions options,
            Ladders ladders,
            PipelineListener listener) {
        this.channel = channel;
        this.orders = orders;
        this.budget = budget;
        this.writer = writer;
        this.listener = listener;
        this.packager = new Packager(
                writer,
                options.partTarget(),
                ladders,
                task -> orders.add(new Order.Task(task)),
                listener::onLive,
                listener::onProblem);
    }

    StreamFigures figures() {
        return figures;
    }

    List<RungFigures> rungs() {
        return rungs;
    }

    @Override
    public void run() {
        log.info("pipeline started channel={}", channel);
        try (writer) {
            work();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | OutOfMemoryError fault) {
            log.error("pipeline failed channel={}", channel, fault);
            listener.onFailed();
        }
        log.info("pipeline ended channel={}", channel);
    }

    /** The encoder goes before the window does. */
    private void work() throws InterruptedException {
        try {
            while (obey(next())) {
                figures = packager.figures();
                rungs = packager.rungs();
            }
        } finally {
            packager.close();
        }
    }

    /** While a frame waits to know its duration, time passing is news too. */
    private @Nullable Order next() throws InterruptedException {
        return packager.isWaiting() ? orders.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS) : orders.take();
    }

    private boolean obey(@Nullable Order order) {
        switch (order) {
            case null -> packager.timePassed(System.nanoTime());
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
            case Closed() -> {
                return false;
            }
        }
        return true;
    }
}
