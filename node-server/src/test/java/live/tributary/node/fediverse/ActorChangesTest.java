// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import live.tributary.federation.webfinger.Handle;
import live.tributary.fixtures.fediverse.MastodonRules;
import live.tributary.fixtures.fediverse.PeerTubeRules;
import live.tributary.fixtures.process.Waiting;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestClock;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.inbox.TeamRule;
import live.tributary.node.inbox.TeamRules;
import live.tributary.node.kernel.Actor;
import live.tributary.node.moving.MoveOutcome;
import live.tributary.node.moving.Moves;
import live.tributary.node.moving.Obstacle;

import static org.assertj.core.api.Assertions.assertThat;

/** What others hear when one of our actors changes: who speaks for it, whom it lets in, where it lives. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActorChangesTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final TestClock clock = new TestClock();
    private PublishedNode node;
    private Peer peer;

    @BeforeAll
    void found(TestDatabase database, @TempDir Path data) {
        node = PublishedNode.found(database, clock, data);
    }

    @BeforeEach
    void anotherDay() {
        clock.advance(Duration.ofDays(1));
        peer = Peer.start(clock);
        node.follow(peer.follower("zoe", node.person().id(), "Person"));
        node.follow(peer.follower("yan", node.group().id(), "Person"));
    }

    @AfterEach
    void goHome() {
        clock.advance(Profiles.PAUSE);
        node.wake();
        waitFor(
                "all is said",
                () -> node.get(SayingStore.class).nextDue(clock.instant()).isEmpty());
        node.get(Followers.class).removeHost(Actor.SYSTEM, peer.host());
        peer.close();
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void whoJoinsIsToldOfOnceAMinute() {
        node.join("cleo");
        node.join("dora");
        clock.advance(Profiles.PAUSE.minusSeconds(1));
        assertThat(isAnythingDue()).as("before the minute is over").isFalse();
        assertThat(node.get(SayingStore.class)
                        .isDue(Verb.UPDATE_ACTOR, node.group().id()))
                .as("later")
                .isTrue();
        clock.advance(Duration.ofSeconds(1));
        awaitNews();
        assertThat(peer.types()).containsExactly("Update");
        assertThat(node.toldTo(peer.host()).verbs()).as("once for both").containsExactly("UPDATE_ACTOR");
        var update = peer.letters().getFirst().document();
        assertThat(update.path("object").path("id").asString())
                .isEqualTo(address(node.group()).toString());
        assertThat(update.has("proof")).isTrue();
        isTaken(update);
        assertThat(peer.faults()).isEmpty();
    }

    @Test
    void whoLetsFollowersWaitSaysSo() {
        assertThat(document(node.group()).path("manuallyApprovesFollowers").asBoolean())
                .isFalse();
        var rules = node.get(TeamRules.class);
        rules.put(node.house().actor(), node.house().team().id(), new TeamRule(true, false));
        try {
            for (var actor : List.of(node.group(), node.person())) {
                assertThat(document(actor).path("manuallyApprovesFollowers").asBoolean())
                        .isTrue();
            }
            clock.advance(Profiles.PAUSE);
            awaitNews();
            assertThat(peer.types()).containsExactly("Update", "Update");
            // Whether replies wait is nobody's business elsewhere.
            rules.put(node.house().actor(), node.house().team().id(), new TeamRule(true, true));
            clock.advance(Profiles.PAUSE);
            assertThat(isAnythingDue()).isFalse();
            assertThat(peer.letters("Update")).allSatisfy(letter -> {
                var said = letter.document().path("object");
                assertThat(said.path("manuallyApprovesFollowers").asBoolean()).isTrue();
            });
        } finally {
            rules.put(node.house().actor(), node.house().team().id(), new TeamRule(false, false));
        }
    }

    @Test
    void whoComesFromElsewhereNamesTheOldAddress() {
        var moves = node.get(Moves.class);
        var old = account("ada");
        assertThat(moves.addFormer(node.house().actor(), node.person(), old)).isEqualTo(new MoveOutcome.Done());
        assertThat(document(node.person()).path("alsoKnownAs").path(0).asString())
                .isEqualTo(peer.address("/users/ada").toString());
        clock.advance(Profiles.PAUSE);
        awaitNews();
        assertThat(peer.types()).containsExactly("Update");
        moves.addFormer(node.house().actor(), node.person(), old);
        clock.advance(Profiles.PAUSE);
        assertThat(isAnythingDue()).as("nothing is new").isFalse();
        assertThat(moves.dropFormer(node.house().actor(), node.person(), peer.address("/users/ada")))
                .isTrue();
        assertThat(document(node.person()).has("alsoKnownAs")).isFalse();
    }

    @Test
    void whoGoesElsewhereSendsFollowersThereAndMayComeBack() {
        var moves = node.get(Moves.class);
        var there = account("river");
        assertThat(moves.leave(node.house().actor(), node.group(), there))
                .isEqualTo(new MoveOutcome.Refused(Obstacle.DOES_NOT_NAME_US));
        peer.alias(address(node.group()));
        assertThat(moves.leave(node.house().actor(), node.group(), there)).isEqualTo(new MoveOutcome.Done());
        waitFor("it is told", () -> peer.letters("Move").size() == 1);
        var move = peer.letters("Move").getFirst().document();
        assertThat(move.path("target").asString())
                .isEqualTo(peer.address("/users/river").toString());
        assertThat(move.has("proof")).isTrue();
        isTaken(move);
        isAsInTheDocs(move);
        assertThat(document(node.group()).path("movedTo").asString())
                .isEqualTo(peer.address("/users/river").toString());

        assertThat(moves.comeBack(node.house().actor(), node.group())).isTrue();
        assertThat(moves.comeBack(node.house().actor(), node.group())).isFalse();
        clock.advance(Profiles.PAUSE);
        node.wake();
        waitFor("it is told", () -> peer.letters("Update").size() == 1);
        assertThat(peer.letters("Update").getFirst().document().path("object").has("movedTo"))
                .isFalse();
        assertThat(peer.faults()).isEmpty();
    }

    private boolean isAnythingDue() {
        return node.get(SayingStore.class).nextDue(clock.instant()).isPresent();
    }

    /** All that is due is said, and has arrived. */
    private void awaitNews() {
        node.wake();
        waitFor(
                "all is told",
                () -> !isAnythingDue() && !node.toldTo(peer.host()).isWaitedFor());
    }

    private static void isAsInTheDocs(JsonNode document) {
        var example = WireExamples.ofTheDocs().getOrDefault(WireExamples.kind(document), MissingNode.getInstance());
        assertThat(WireExamples.members(document)).isEqualTo(WireExamples.members(example));
    }

    private Handle account(String name) {
        return new Handle(name, peer.host());
    }

    private URI address(LocalActor actor) {
        return node.get(Addresses.class).of(actor);
    }

    private JsonNode document(LocalActor actor) {
        return peer.fetch(address(actor));
    }

    /** As it would read on a node with a name: the rules demand https and a whole host. */
    private void isTaken(JsonNode document) {
        var here = node.node().web().toString();
        var there = peer.address("").toString();
        var published = JsonMapper.shared()
                .readTree(document.toString()
                        .replace(here, "https://node.example")
                        .replace(there, "https://elsewhere.example"));
        assertThat(PeerTubeRules.check(published)).isEmpty();
        assertThat(MastodonRules.check(published)).isEmpty();
    }

    private void waitFor(String what, BooleanSupplier condition) {
        Waiting.until(what, SOON, condition, () -> peer.types() + " " + peer.faults());
    }
}
