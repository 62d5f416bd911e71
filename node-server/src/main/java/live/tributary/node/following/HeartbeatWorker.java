// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.http.Origins;
import live.tributary.node.inbox.HeartbeatCame;
import live.tributary.node.lookout.Lookout;

/**
 * Writes the heartbeats of a second together. What it could not write, or had not written when the node stopped, is not tried again:
 * it is said again before it stops being believed.
 */
final class HeartbeatWorker extends Lookout {

    /** Of the metric. */
    static final String NAME = "tributary.following.heartbeats";

    /** Between two times that it writes. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Of one time: what more comes in a second is dropped. */
    static final int MOST_WAITING = 10_000;

    private final StreamStore streams;
    private final FolloweeStore followees;
    private final Hints hints;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final BlockingQueue<Heartbeat> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Counter heard;
    private final Counter dropped;

    HeartbeatWorker(
            StreamStore streams,
            FolloweeStore followees,
            Hints hints,
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            MeterRegistry registry) {
        super("heartbeats", PAUSE);
        this.streams = streams;
        this.followees = followees;
        this.hints = hints;
        this.events = events;
        this.transactions = transactions;
        heard = registry.counter(NAME, "fate", "heard");
        dropped = registry.counter(NAME, "fate", "dropped");
    }

    @EventListener
    void on(HeartbeatCame came) {
        var team = came.offer().envelope().actor();
        came.offer()
                .object()
                .id()
                .map(video -> Heartbeat.of(video, team, came.report(), came.at()))
                .filter(heartbeat -> !waiting.offer(heartbeat))
                .ifPresent(_ -> dropped.increment());
    }

    @Override
    protected void look() {
        var heartbeats = new ArrayList<Heartbeat>();
        waiting.drainTo(heartbeats);
        if (!heartbeats.isEmpty()) {
            write(heartbeats);
        }
    }

    private void write(List<Heartbeat> heartbeats) {
        var fate = dropped;
        try {
            transactions.executeWithoutResult(_ -> take(heartbeats));
            fate = heard;
        } finally {
            fate.increment(heartbeats.size());
        }
    }

    private void take(List<Heartbeat> all) {
        var heartbeats = all.stream()
                .filter(heartbeat -> Origins.same(heartbeat.video(), heartbeat.team()))
                .toList();
        followees.heardFrom(heartbeats.stream().map(Heartbeat::team).toList());
        streams.beat(heartbeats);
        var unknown = streams.unknown(heartbeats);
        unknown.forEach(heartbeat -> hints.note(heartbeat.video(), heartbeat.team()));
        if (!unknown.isEmpty()) {
            events.publishEvent(new Hearing.Heard());
        }
    }
}
