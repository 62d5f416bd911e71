// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.process.Waiting;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestClock;
import live.tributary.node.fixtures.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** A node that talks only to whom it knows, and one that leaves without waiting for an answer. */
@ExtendWith(PostgresExtension.class)
class ClosedDoorsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    /** A stranger may take ten seconds for an answer. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(9);

    private final TestClock clock = new TestClock();
    private final TestDatabase database;

    @TempDir
    Path data;

    ClosedDoorsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void empty() {
        database.empty("team.team", "accounts.account", "fediverse.actor");
    }

    @Test
    void inAllowListModeNothingGoesToOthers() {
        try (var peer = Peer.start(clock);
                var node = PublishedNode.found(database, clock, data, "tributary.domains.allow-list-only=true")) {
            node.follow(peer.follower("zoe", node.person().id(), "Person"));
            node.goLive();
            Waiting.until(
                    "it is settled",
                    SOON,
                    () -> node.get(Deliveries.class).byHost(node.house().actor()).stream()
                            .anyMatch(report -> report.lastAnswer().equals("blocked here")));
            assertThat(peer.letters()).isEmpty();
            var nodeInfo = node.node().web().resolve("/nodeinfo/2.1");
            assertThat(peer.fetch(nodeInfo).toString()).contains("allowlist");
        }
    }

    @Test
    void aNodeThatStopsWaitsForNoStranger() {
        try (var peer = Peer.start(clock)) {
            var node = PublishedNode.found(database, clock, data);
            node.follow(peer.follower("zoe", node.person().id(), "Person"));
            peer.fallSilent();
            node.goLive();
            Waiting.until("it is on its way", SOON, () -> peer.waiting() > 0);
            var before = System.nanoTime();
            node.close();
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(LONGEST_STOP);
        }
    }
}
