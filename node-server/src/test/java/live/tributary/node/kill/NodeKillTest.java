// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kill;

import java.nio.file.Path;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(PostgresExtension.class)
class NodeKillTest {

    private static final int KILLS = 2;

    @TempDir
    Path folder;

    @Test
    void aNodeThatIsKilledOnAirGoesOnWithTheSameAddressesAndRisingNumbers(TestDatabase database) throws Exception {
        try (var evening = Evening.begin(database, folder)) {
            evening.awaitSegments(3);
            var random = new Random();
            for (int kill = 0; kill < KILLS; kill++) {
                evening.kill(random);
                evening.awaitSegments(1);
            }
            evening.watch().fetchAllAgain();
            assertThat(evening.watch().findings()).as(evening::output).isEmpty();
            assertThat(evening.watch().discontinuities()).isEqualTo(KILLS);
            assertThat(evening.watch().fetched()).isGreaterThan(100);
        }
    }
}
