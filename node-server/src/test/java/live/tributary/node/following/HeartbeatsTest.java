// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.vocab.ActivityReader;
import live.tributary.federation.vocab.ActivityReading.Understood;
import live.tributary.federation.vocab.Offer;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.inbox.HeartbeatCame;

import static org.assertj.core.api.Assertions.assertThat;

/** What teams elsewhere say every few minutes is written every two seconds, and nothing else is kept of it. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HeartbeatsTest {

    private static final Duration TWELVE_MINUTES = Duration.ofMinutes(12);

    private final Riverside river;
    private final Pond pond;

    HeartbeatsTest(TestDatabase database, @TempDir Path data) {
        river = new Riverside(database, data);
        pond = river.pond;
        river.followed("moss");
    }

    @AfterAll
    void stop() {
        river.close();
    }

    @Test
    void theInboxKeepsNone() {
        var video = onAir("1");
        int kept = river.node.kept();
        river.heard("moss", pond.pulse("Offer", "moss", video, 2, TWELVE_MINUTES));
        assertThat(river.kept.below(video)).containsExactly("Evening 1 t 2");
        assertThat(river.node.kept()).isEqualTo(kept);
    }

    @Test
    void theBroadcastIsLookedUpWhenTheyStop() {
        var video = onAir("2");
        river.clock.advance(TWELVE_MINUTES.dividedBy(2));
        river.heard("moss", pond.pulse("Offer", "moss", video, 2, TWELVE_MINUTES));
        assertThat(river.kept.nextLook(video)).isAfter(river.clock.instant().plus(TWELVE_MINUTES.dividedBy(2)));
        int asked = asked(video);
        river.clock.advance(TWELVE_MINUTES.plusSeconds(1));
        river.await("a look", () -> asked(video) > asked);
    }

    @Test
    void whoIsNotFollowedHasNothingLookedUpAndCostsOthersNothing() {
        pond.actor("mole", "Group");
        var known = onAir("4");
        var unknown = river.shows(pond.video("5", "moss", "live", 1, TWELVE_MINUTES));
        var molehill = river.shows(pond.video("6", "mole", "live", 1, TWELVE_MINUTES));
        var worker = worker(new SimpleMeterRegistry());
        worker.on(came(pond.pulse("Offer", "mole", unknown, 2, TWELVE_MINUTES)));
        worker.on(came(pond.pulse("Offer", "mole", molehill, 2, TWELVE_MINUTES)));
        worker.on(came(pond.pulse("Offer", "moss", unknown, 2, TWELVE_MINUTES)));
        worker.on(came(pond.pulse("Offer", "moss", known, 2, TWELVE_MINUTES)));
        worker.look();
        assertThat(river.kept.below(known)).containsExactly("Evening 4 t 2");
        river.await("a look", () -> !river.kept.below(unknown).isEmpty());
        assertThat(asked(molehill)).isZero();
    }

    @Test
    void whatTheDatabaseDoesNotTakeIsCounted() {
        var registry = new SimpleMeterRegistry();
        var worker = worker(registry);
        worker.on(came(pond.pulse("Offer", "moss", pond.at("/v/7"), 1, TWELVE_MINUTES)));
        river.node
                .client()
                .sql("ALTER TABLE following.stream RENAME TO stream_away")
                .update();
        try {
            worker.look();
        } finally {
            river.node
                    .client()
                    .sql("ALTER TABLE following.stream_away RENAME TO stream")
                    .update();
        }
        assertThat(count(registry, "dropped")).isEqualTo(1);
    }

    @Test
    void ofSeveralThatAreWrittenTogetherTheNewestCounts() {
        var video = onAir("3");
        var worker = worker(new SimpleMeterRegistry());
        for (long sequence : new long[] {3, 5, 4}) {
            worker.on(came(pond.pulse("Offer", "moss", video, sequence, TWELVE_MINUTES)));
        }
        worker.look();
        assertThat(river.kept.below(video)).containsExactly("Evening 3 t 5");
    }

    @Test
    void moreThanCanWaitAreDroppedAndCounted() {
        var registry = new SimpleMeterRegistry();
        var worker = worker(registry);
        var heartbeat = came(pond.pulse("Offer", "nobody", pond.at("/v/9"), 1, TWELVE_MINUTES));
        for (int waiting = 0; waiting < HeartbeatWorker.MOST_WAITING + 2; waiting++) {
            worker.on(heartbeat);
        }
        assertThat(count(registry, "dropped")).isEqualTo(2);
        worker.look();
        assertThat(count(registry, "heard")).isEqualTo(HeartbeatWorker.MOST_WAITING);
    }

    private static double count(SimpleMeterRegistry registry, String fate) {
        return registry.get(HeartbeatWorker.NAME).tag("fate", fate).counter().count();
    }

    private URI onAir(String id) {
        var video = river.shows(pond.video(id, "moss", "live", 1, TWELVE_MINUTES));
        pond.post("moss", pond.activity("Announce", "moss", video));
        river.await("the broadcast", () -> !river.kept.below(video).isEmpty());
        return video;
    }

    private int asked(URI video) {
        return Math.toIntExact(
                pond.asked().stream().filter(video.getPath()::equals).count());
    }

    private HeartbeatCame came(ObjectNode document) {
        var offer = (Offer) ((Understood) ActivityReader.read(document)).activity();
        return new HeartbeatCame(offer, offer.envelope().live().orElseThrow(), river.clock.instant());
    }

    /** One that does nothing by itself. */
    private HeartbeatWorker worker(SimpleMeterRegistry registry) {
        var node = river.node;
        return new HeartbeatWorker(
                node.get(StreamStore.class),
                node.get(FolloweeStore.class),
                node.get(Hints.class),
                _ -> {},
                node.get(TransactionOperations.class),
                registry);
    }
}
