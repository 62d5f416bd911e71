// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.neighbours;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.SharedClock;
import live.tributary.node.fixtures.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** Two nodes: one follows the other's team, is killed, and comes back after a week. */
@ExtendWith(PostgresExtension.class)
final class TwoNodesTest {

    private static final Duration A_WEEK = Duration.ofDays(7);

    @TempDir
    Path folder;

    @Test
    void whoWasAwayForAWeekShowsWhatIsOnAirAndNothingElse(TestDatabase database) {
        var clock = SharedClock.in(folder.resolve("clock"));
        var clip = Neighbour.clip(folder);
        try (var river = Neighbour.begin("river", clip, clock, database, folder.resolve("river"));
                var kiln = Neighbour.begin("kiln", clip, clock, database.another("kiln"), folder.resolve("kiln"))) {
            river.moveIn();
            kiln.moveIn();
            kiln.follow(river);

            river.rename("High water");
            river.goLive();
            kiln.awaitShown("High water");
            river.rename("Low water");
            kiln.awaitShown("Low water");

            kiln.kill();
            river.end();
            clock.advance(A_WEEK);
            river.rename("A week later");
            river.goLive();

            kiln.comeBack();
            kiln.awaitShown("A week later");
            assertThat(kiln.onAirElsewhere()).isEqualTo(river.live());
            assertThat(kiln.followed()).containsExactly("@" + river.address());
            assertThat(river.followers()).isEqualTo(1);

            clock.advance(Neighbour.PEACE);
            river.awaitAllSaid();
            var takenBack = river.takeBack();
            kiln.awaitShown();
            kiln.awaitForgotten(takenBack);
            assertThat(river.show(takenBack).status()).isEqualTo(410);
            assertThat(river.show(takenBack).body()).contains("\"Tombstone\"");
            river.awaitNothingToComplainOf();
            kiln.awaitNothingToComplainOf();
        }
    }
}
