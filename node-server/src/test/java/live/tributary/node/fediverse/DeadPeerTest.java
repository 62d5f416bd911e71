// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import live.tributary.federation.delivery.Breaker;
import live.tributary.fixtures.process.Waiting;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestClock;
import live.tributary.node.fixtures.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** A peer that is away for a week, and another meanwhile. */
@ExtendWith(PostgresExtension.class)
class DeadPeerTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final TestClock clock = new TestClock();
    private final TestDatabase database;

    @TempDir
    Path data;

    DeadPeerTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void afterAWeekItIsAsFarAsTheOthersButForOldNews() {
        database.empty("team.team", "accounts.account");
        var node = PublishedNode.found(database, clock, data);
        try (var well = Peer.start(clock);
                var away = Peer.start(clock)) {
            for (var peer : List.of(well, away)) {
                node.follow(peer.follower("zoe", node.person().id(), "Person"));
                node.follow(peer.follower("yan", node.group().id(), "Person"));
            }
            var first = node.goLive();
            waitFor(
                    "the first beginning",
                    () -> well.letters().size() == 2 && away.letters().size() == 2);

            away.refuseWith(500);
            node.rename("Low water");
            clock.advance(Duration.ofMinutes(1));
            node.wake();
            waitFor(
                    "the first title",
                    () -> away.refused() > 0 && well.letters("Update").size() == 1);
            node.end(first);
            waitFor("the first end", () -> well.letters("Update").size() == 2);
            failUntilItIsLeftInPeace(node, away);

            for (int day = 1; day <= 7; day++) {
                failAfter(node, away, Duration.ofHours(23));
                node.end(node.goLive());
                failAfter(node, away, Duration.ofHours(1));
                if (day == 4) {
                    node = PublishedNode.again(node, database, clock, data);
                }
            }
            waitFor("the last beginning", () -> well.letters("Create").size() == 8);
            var last =
                    well.letters("Create").getLast().document().path("object").path("id");

            away.refuseWith(0);
            var now = node;
            var back = clock.instant();
            waitFor("its queue is empty", () -> {
                clock.advance(Duration.ofSeconds(5));
                now.wake();
                return queued(now, away) == 0;
            });
            assertThat(Duration.between(back, clock.instant())).isLessThan(Duration.ofMinutes(15));

            assertThat(away.letters("Create")).hasSize(2);
            var news = away.letters("Create").getLast().document().path("object");
            assertThat(news.path("id")).as("what began an hour ago").isEqualTo(last);
            assertThat(news.path("state").asInt()).as("and is over").isEqualTo(5);
            assertThat(away.letters("Update"))
                    .as("the newest of two changes of the first, and none of what it never heard of")
                    .singleElement()
                    .satisfies(update -> assertThat(state(update.document())).isEqualTo(5));
            // A signature may be a day old here when it arrives, as the clock jumps; then it is refused, and made anew.
            assertThat(well.faults()).noneMatch(fault -> fault.startsWith("forged"));
            assertThat(away.faults()).noneMatch(fault -> fault.startsWith("forged"));
        } finally {
            node.close();
        }
    }

    private void failUntilItIsLeftInPeace(PublishedNode node, Peer away) {
        waitFor("it is left in peace", () -> {
            clock.advance(Duration.ofSeconds(15));
            node.wake();
            return breaker(node, away) instanceof Breaker.Open;
        });
    }

    private void failAfter(PublishedNode node, Peer away, Duration time) {
        var before = away.refused();
        clock.advance(time);
        waitFor("another try", () -> {
            // The try before may have been written down only now, with the time of now.
            clock.advance(Duration.ofMinutes(1));
            node.wake();
            return away.refused() > before;
        });
    }

    private static Breaker breaker(PublishedNode node, Peer peer) {
        return report(node, peer).breaker();
    }

    private static int queued(PublishedNode node, Peer peer) {
        return report(node, peer).queued();
    }

    private static HostReport report(PublishedNode node, Peer peer) {
        return node.get(Deliveries.class).byHost(node.house().actor()).stream()
                .filter(report -> report.host().equals(peer.host()))
                .findFirst()
                .orElseThrow();
    }

    private static int state(JsonNode activity) {
        return activity.path("object").path("state").asInt();
    }

    private static void waitFor(String what, BooleanSupplier condition) {
        Waiting.until(what, SOON, condition);
    }
}
