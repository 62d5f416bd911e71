// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kill;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code ./tributary probe kills}: a hundred deaths of a node on air, at moments that nobody chose, before a watcher of
 * playlists and a viewer in a real browser.
 */
@ExtendWith(PostgresExtension.class)
class ProbeKills {

    private static final int KILLS = Integer.getInteger("kills", 100);
    private static final Duration LONGEST_STAND = Duration.ofSeconds(12);

    @TempDir
    Path folder;

    private final List<Duration> returns = new ArrayList<>();
    private final List<Duration> stands = new ArrayList<>();

    @Test
    void aHundredKills(TestDatabase database) throws Exception {
        var seed = System.nanoTime();
        var random = new Random(seed);
        try (var evening = Evening.begin(database, folder);
                var viewer = EveningViewer.watch(evening.page())) {
            evening.awaitSegments(3);
            for (int kill = 1; kill <= KILLS; kill++) {
                viewer.forget();
                returns.add(evening.kill(random));
                stands.add(viewer.stood());
                System.out.printf(
                        "kill %d: first new segment %d ms after the encoder came back, picture stood %d ms, findings so far: %s%n",
                        kill,
                        returns.getLast().toMillis(),
                        stands.getLast().toMillis(),
                        evening.watch().findings());
                evening.awaitSegments(1);
            }
            evening.watch().fetchAllAgain();
            System.out.printf(
                    "%d kills, seed %d: first new segment after the encoder came back %s; picture stood %s; %d addresses fetched; findings: %s%n",
                    KILLS,
                    seed,
                    spread(returns),
                    spread(stands),
                    evening.watch().fetched(),
                    evening.watch().findings());
            assertThat(evening.watch().findings()).isEmpty();
            assertThat(percentile(stands, 95)).isLessThanOrEqualTo(LONGEST_STAND);
        }
    }

    private static String spread(List<Duration> times) {
        return "p50 %d ms, p95 %d ms, worst %d ms"
                .formatted(
                        percentile(times, 50).toMillis(),
                        percentile(times, 95).toMillis(),
                        percentile(times, 100).toMillis());
    }

    private static Duration percentile(List<Duration> times, int percent) {
        var sorted = times.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
