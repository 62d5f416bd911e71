// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.http.Origins;
import live.tributary.node.inbox.HeartbeatCame;
import live.tributary.node.lookout.Lookout;

/**
 * Writes the heartbeats of two seconds together. What it could not write, or had not written when the node stopped, is not tried again:
 * it is said again before it stops being believed.
 */
final class HeartbeatWorker extends Lookout {

    private static final Logger log = LoggerFactory.getLogger(HeartbeatWorker.class);

    /** Of the metric: how many were taken to be written, and how many got lost. */
    static final String NAME = "tributary.following.heartbeats";

    /** Of one time: what more comes in two seconds is dropped. */
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
        super("heartbeats");
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
            take(heartbeats);
            fate = heard;
        } catch (RuntimeException trouble) {
            log.warn("{} heartbeats are lost", heartbeats.size(), trouble);
        } finally {
            fate.increment(heartbeats.size());
        }
    }

    /** Each step for itself: nobody else who locks a team and then its broadcasts waits in a circle with this. */
    private void take(List<Heartbeat> all) {
        var heartbeats = all.stream()
                .filter(heartbeat -> Origins.same(heartbeat.video(), heartbeat.team()))
                .toList();
        try {
            put(heartbeats);
        } catch (ConcurrencyFailureException circle) {
            // It is broken now.
            put(heartbeats);
        }
        streams.unknown(heartbeats).forEach(this::note);
    }

    private void put(List<Heartbeat> heartbeats) {
        followees.heardFrom(heartbeats.stream().map(Heartbeat::team).toList());
        streams.beat(heartbeats);
    }

    private void note(StreamStore.Pair unknown) {
        transactions.executeWithoutResult(_ -> followees
                .lock(unknown.team())
                .filter(Followee::isFollowed)
                .ifPresent(_ -> {
                    hints.note(unknown.video(), unknown.team());
                    events.publishEvent(new Hearing.Heard());
                }));
    }
}
