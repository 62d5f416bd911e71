// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells all open pipelines of a node that time passes, fifty times a second, while there are any. Safe for any thread. */
final class PipelineClock {

    private static final Logger log = LoggerFactory.getLogger(PipelineClock.class);

    private static final int TICK_MILLIS = 20;

    private final Set<BroadcastPipeline> pipelines = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("pipeline-clock").factory());
    private @Nullable Future<?> ticking;

    synchronized void add(BroadcastPipeline pipeline) {
        pipelines.add(pipeline);
        if (ticking == null) {
            ticking = timer.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    synchronized void remove(BroadcastPipeline pipeline) {
        pipelines.remove(pipeline);
        if (pipelines.isEmpty() && ticking != null) {
            ticking.cancel(false);
            ticking = null;
        }
    }

    /** A timer that throws once is never called again. */
    private void tick() {
        for (var pipeline : pipelines) {
            try {
                pipeline.timePassed();
            } catch (RuntimeException | OutOfMemoryError fault) {
                log.error("time does not pass for a broadcast", fault);
            }
        }
    }
}
