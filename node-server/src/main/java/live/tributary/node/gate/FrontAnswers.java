// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * The front routes of a node, and how many of their answers are under way. The web server, which waits for its own when it
 * stops, does not know of them: so the stop waits here before. Any thread.
 */
public final class FrontAnswers implements SmartLifecycle {

    /** Before the web server begins to stop (1,024 below the default), after who is held was told. */
    private static final int PHASE = DEFAULT_PHASE - 768;

    /** The longest wait for viewers who take what they asked for. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final List<FrontRoute> routes;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean running;
    private volatile boolean closing;

    public FrontAnswers(List<FrontRoute> routes) {
        this.routes = List.copyOf(routes);
    }

    /** Whose address this is; null where it is the web server's. */
    @Nullable
    FrontRoute route(String uri) {
        for (var route : routes) {
            if (uri.startsWith(route.root())) {
                return route;
            }
        }
        return null;
    }

    void begun() {
        underWay.incrementAndGet();
    }

    void ended() {
        underWay.decrementAndGet();
    }

    /** From now on each connection is closed after its answer. */
    boolean isClosing() {
        return closing;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    @Override
    public void start() {
        running = true;
        closing = false;
    }

    /** Blocks until all answers are taken, for ten seconds at most. */
    @Override
    public void stop() {
        closing = true;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (underWay.get() > 0 && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
