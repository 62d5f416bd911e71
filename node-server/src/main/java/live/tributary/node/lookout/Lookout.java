// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.lookout;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks what is due as long as the node runs: soon after it is woken, and every two seconds. One virtual thread looks, and
 * starts others for what it finds. A look that fails is logged, and followed by the next.
 */
public abstract class Lookout implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Lookout.class);

    /** Between two looks when nobody calls. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** What is called for in one moment becomes one look: under load a look for each call would cost more than all work. */
    static final Duration GATHERING = Duration.ofMillis(20);

    /** For what is under way when the node stops. */
    private static final Duration LAST_WORK = Duration.ofSeconds(5);

    private final String name;
    private final Duration pause;
    private final Duration lastWork;
    private final Semaphore bell = new Semaphore(0);
    private volatile ExecutorService threads;
    private volatile boolean running;

    /** One that does not run yet.
     *  @param name what its threads begin with, and what the log calls it */
    protected Lookout(String name) {
        this(name, PAUSE, LAST_WORK);
    }

    Lookout(String name, Duration pause, Duration lastWork) {
        this.name = name;
        this.pause = pause;
        this.lastWork = lastWork;
        threads = newThreads();
    }

    /** Does what is due, or has it done ({@link #begin}). On the looking thread only, and soon over: others wait for it. */
    protected abstract void look();

    /** Does something on a thread of its own. It is interrupted if it goes on for five seconds after the stop. */
    protected final void begin(Runnable work) {
        threads.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException trouble) {
                log.warn("{}: something was not done", name, trouble);
            }
        });
    }

    /** There may be something. Looks that are still to come become one. Safe for any thread. */
    public final void wake() {
        bell.release();
    }

    @Override
    public void start() {
        threads = newThreads();
        running = true;
        begin(this::run);
    }

    private ExecutorService newThreads() {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name + "-", 0).factory());
    }

    private void run() {
        while (running) {
            try {
                look();
            } catch (RuntimeException trouble) {
                log.warn("{} waits: {}", name, trouble.toString());
            }
            await();
        }
    }

    private void await() {
        try {
            if (bell.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                LockSupport.parkNanos(GATHERING.toNanos());
                bell.drainPermits();
            }
        } catch (InterruptedException stopped) {
            running = false;
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for what is under way, but not as long as strangers like: streams and viewers end after this. */
    @Override
    public final void stop() {
        running = false;
        bell.release();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(lastWork.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** Beside the others of its phase: the RTMP port does not wait for strangers either. */
    @Override
    public final void stop(Runnable callback) {
        Thread.ofVirtual().name(name + "-stop").start(() -> {
            stop();
            callback.run();
        });
    }

    @Override
    public final boolean isRunning() {
        return running;
    }
}
