// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kill;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code ./tributary probe kills}: a hundred deaths of a node on air, at moments that nobody chose. */
@ExtendWith(PostgresExtension.class)
class ProbeKills {

    private static final int KILLS = Integer.getInteger("kills", 100);

    @TempDir
    Path folder;

    @Test
    void aHundredKills(TestDatabase database) throws Exception {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var returns = new ArrayList<Duration>();
        try (var evening = Evening.begin(database, folder)) {
            evening.awaitSegments(3);
            for (int kill = 1; kill <= KILLS; kill++) {
                var back = evening.kill(random);
                returns.add(back);
                System.out.printf(
                        "kill %d: first new segment %d ms after the encoder came back, findings so far: %s%n",
                        kill, back.toMillis(), evening.watch().findings());
                evening.awaitSegments(1);
            }
            evening.watch().fetchAllAgain();
            returns.sort(Duration::compareTo);
            System.out.printf(
                    "%d kills, seed %d: first new segment after the encoder came back p50 %d ms, p95 %d ms, worst %d ms; %d addresses fetched; findings: %s%n",
                    KILLS,
                    seed,
                    returns.get(KILLS / 2).toMillis(),
                    returns.get(KILLS * 95 / 100).toMillis(),
                    returns.getLast().toMillis(),
                    evening.watch().fetched(),
                    evening.watch().findings());
            assertThat(evening.watch().findings()).isEmpty();
        }
    }
}
