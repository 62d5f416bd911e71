// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import live.tributary.fixtures.process.Waiting;
import live.tributary.node.broadcast.About;
import live.tributary.node.broadcast.Category;
import live.tributary.node.broadcast.Description;
import live.tributary.node.broadcast.Language;
import live.tributary.node.broadcast.Tag;
import live.tributary.node.broadcast.Warning;
import live.tributary.node.fixtures.TestClock;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.kernel.Actor;

/**
 * A node whose one streamer is on air some evenings, each of them with a peer that hears of it. One thread; owned by the test
 * class, which closes it.
 */
final class Evenings implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(20);

    final TestClock clock = new TestClock();
    final PublishedNode node;
    private Peer peer;

    Evenings(TestDatabase database, Path data) {
        node = PublishedNode.found(database, clock, data);
        node.describe(new About(
                new Description("The river, two hours after high water."),
                new Language("en"),
                Category.TRAVELS,
                List.of(new Tag("river"), new Tag("tide")),
                new Warning("loud gulls")));
        peer = Peer.start(clock);
    }

    /** Another show, far enough from the last one, and the peer that hears of it. */
    Peer begin() {
        peer.close();
        clock.advance(Duration.ofHours(1));
        peer = Peer.start(clock);
        return peer;
    }

    /** Nobody hears of it any more. */
    void end() {
        node.endAll();
        // A title may be waiting for a minute. What is said later would be heard by the followers of the next evening.
        clock.advance(Duration.ofMinutes(2));
        node.wake();
        waitFor(
                "all is said",
                () -> node.get(SayingStore.class).nextDue(clock.instant()).isEmpty());
        node.get(Followers.class).removeHost(Actor.SYSTEM, peer.host());
    }

    void waitFor(String what, BooleanSupplier condition) {
        Waiting.until(what, SOON, condition, () -> peer.types() + " " + peer.faults());
    }

    /** As it would read on a node with a name: the rules demand https and a whole host. */
    JsonNode published(JsonNode document) {
        var here = node.node().web().toString();
        return JsonMapper.shared().readTree(document.toString().replace(here, "https://node.example"));
    }

    @Override
    public void close() {
        peer.close();
        node.close();
    }
}
