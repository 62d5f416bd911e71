// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.process.Waiting;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestClock;
import live.tributary.node.fixtures.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** The file that opens the keys of our actors is gone, and comes back. */
@ExtendWith(PostgresExtension.class)
class LostKeyTest {

    private final TestClock clock = new TestClock();
    private final TestDatabase database;

    @TempDir
    Path data;

    LostKeyTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void theNodeGoesOnAirAllTheSameAndSaysLaterWhatItCouldNotSay() throws IOException {
        database.empty("team.team", "accounts.account", "fediverse.actor");
        var file = data.resolve(KeyVault.FILE);
        var node = PublishedNode.found(database, clock, data);
        try (var peer = Peer.start(clock)) {
            node.follow(peer.follower("zoe", node.person().id(), "Person"));
            peer.meet(node.get(Addresses.class).of(node.person()));
            var key = Files.readAllBytes(file);

            Files.delete(file);
            node = PublishedNode.again(node, database, clock, data);
            assertThat(node.get(KeyRings.class).areLost()).isTrue();
            assertThat(file).as("a new key would open nothing").doesNotExist();
            node.goLive();
            node.wake();

            Files.write(file, key);
            node = PublishedNode.again(node, database, clock, data);
            Waiting.until(
                    "the beginning",
                    Duration.ofSeconds(20),
                    () -> peer.letters("Create").size() == 1);
            assertThat(peer.faults()).isEmpty();
        } finally {
            node.close();
        }
    }
}
