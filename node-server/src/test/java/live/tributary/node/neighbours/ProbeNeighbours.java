// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.neighbours;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.SharedClock;
import live.tributary.node.fixtures.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code ./tributary probe federation}: three nodes that follow each other, of which one is away for a week in which the
 * others are on air each day. In the end it knows what the others know.
 */
@ExtendWith(PostgresExtension.class)
final class ProbeNeighbours {

    private static final int DAYS = 7;
    private static final Duration A_DAY = Duration.ofDays(1);

    @TempDir
    Path folder;

    @Test
    void whoWasAwayForAWeekKnowsInTheEndWhatTheOthersKnow(TestDatabase database) {
        var clock = SharedClock.in(folder.resolve("clock"));
        var clip = Neighbour.clip(folder);
        try (var river = Neighbour.begin("river", clip, clock, database, folder.resolve("river"));
                var ferry = Neighbour.begin("ferry", clip, clock, database.another("ferry"), folder.resolve("ferry"));
                var kiln = Neighbour.begin("kiln", clip, clock, database.another("kiln"), folder.resolve("kiln"))) {
            List.of(river, ferry, kiln).forEach(Neighbour::moveIn);
            river.follow(ferry);
            ferry.follow(river);
            kiln.follow(river);
            kiln.follow(ferry);

            kiln.kill();
            for (int day = 1; day <= DAYS; day++) {
                clock.advance(A_DAY);
                anEvening(day, river, ferry);
            }
            river.rename("River is back");
            river.goLive();
            kiln.comeBack();
            kiln.awaitShown("River is back");

            clock.advance(Neighbour.PEACE);
            river.awaitAllSaid();
            ferry.rename("And ferry");
            ferry.goLive();
            kiln.awaitShown("River is back", "And ferry");
            ferry.awaitShown("River is back");
            river.awaitShown("And ferry");
            kiln.waitFor(
                    "it knows what they know",
                    () -> kiln.kept().equals(river.kept().and(ferry.kept())));
            assertThat(kiln.kept().onAir()).hasSize(2);
            assertThat(kiln.followed()).containsExactlyInAnyOrder("@" + river.address(), "@" + ferry.address());
            river.end();
            ferry.end();
            List.of(river, ferry, kiln).forEach(Neighbour::awaitShown);

            // What had failed for a week is tried again after two days; what is over is forgotten after one.
            clock.advance(A_DAY.multipliedBy(3));
            List.of(river, ferry, kiln).forEach(neighbour -> {
                neighbour.awaitAllSaid();
                neighbour.awaitNothingRemembered();
            });
            assertThat(river.followers()).isEqualTo(2);
            assertThat(ferry.followers()).isEqualTo(2);
        }
    }

    private static void anEvening(int day, Neighbour river, Neighbour ferry) {
        river.rename("Evening " + day);
        river.goLive();
        ferry.awaitShown("Evening " + day);
        river.rename("Night " + day);
        ferry.awaitShown("Night " + day);
        river.end();
        ferry.awaitShown();
    }
}
