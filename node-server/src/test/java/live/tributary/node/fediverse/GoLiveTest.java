// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import live.tributary.fixtures.fediverse.MastodonRules;
import live.tributary.fixtures.fediverse.PeerTubeRules;
import live.tributary.node.broadcast.About;
import live.tributary.node.broadcast.Broadcasts;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestClock;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What followers elsewhere get of an evening: each thing once, signed by whoever says it, in forms they take. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GoLiveTest {

    private final Evenings evenings;
    private final TestClock clock;
    private final PublishedNode node;
    private Peer peer;

    GoLiveTest(TestDatabase database, @TempDir Path data) {
        evenings = new Evenings(database, data);
        clock = evenings.clock;
        node = evenings.node;
    }

    @BeforeEach
    void anotherEvening() {
        peer = evenings.begin();
    }

    @AfterEach
    void goHome() {
        evenings.end();
    }

    @AfterAll
    void stop() {
        evenings.close();
    }

    @Test
    void anEveningIsToldOnceAndInOrder() {
        node.follow(peer.follower("zoe", node.person().id(), "Person"));
        node.follow(peer.follower("yan", node.group().id(), "Person"));
        node.follow(peer.follower("xia", node.group().id(), "Person"));
        node.follow(peer.follower("tube", node.application().id(), "Application"));

        var broadcast = node.goLive();
        evenings.waitFor("the beginning", () -> peer.letters().size() == 3);
        assertThat(peer.types()).containsExactlyInAnyOrder("Create", "Announce", "Announce");
        var begun = peer.letters("Create").getFirst().document().path("object");
        assertThat(begun.path("content").asString()).isEqualTo("<p>The river, two hours after high water.</p>");
        assertThat(begun.path("tag").findValuesAsString("name")).containsExactly("river", "tide");
        assertThat(begun.path("category").path("identifier").asString()).isEqualTo("6");
        assertThat(begun.path("language").path("identifier").asString()).isEqualTo("en");
        assertThat(begun.path("sensitive").asBoolean()).isTrue();
        assertThat(begun.path("summary").asString()).isEqualTo("loud gulls");

        node.rename("Low water");
        node.rename("High water");
        clock.advance(Duration.ofSeconds(59));
        node.wake();
        clock.advance(Duration.ofSeconds(1));
        node.wake();
        evenings.waitFor("the title", () -> peer.letters("Update").size() == 1);
        assertThat(peer.letters("Update")
                        .getFirst()
                        .document()
                        .path("object")
                        .path("name")
                        .asString())
                .isEqualTo("High water");

        clock.advance(Duration.ofMinutes(30));
        node.end(broadcast);
        evenings.waitFor("the end", () -> peer.letters("Update").size() == 2);
        var end = peer.letters("Update").getLast().document().path("object");
        assertThat(end.path("state").asInt()).isEqualTo(5);
        assertThat(end.path("duration").asString()).isEqualTo("PT1860S");

        node.get(Videos.class)
                .remove(node.house().actor(), node.video(broadcast).id());
        evenings.waitFor(
                "the removal",
                () -> peer.letters("Undo").size() == 2
                        && !peer.letters("Delete").isEmpty());
        assertThat(peer.letters()).hasSize(8);
        assertThat(peer.faults()).isEmpty();
        assertThat(peer.letters()).allSatisfy(letter -> {
            assertThat(letter.inbox()).isEqualTo("/inbox");
            assertThat(PeerTubeRules.check(evenings.published(letter.document())))
                    .isEmpty();
            assertThat(MastodonRules.check(evenings.published(letter.document())))
                    .isEmpty();
            isAsInTheDocs(letter.document());
        });
    }

    @Test
    void whatIsSaidOfItIsToldOnceWithItsTitle() {
        node.follow(peer.follower("zoe", node.person().id(), "Person"));
        node.goLive();
        evenings.waitFor("the beginning", () -> peer.letters("Create").size() == 1);
        var before = node.about();
        try {
            node.rename("Ebb");
            node.describe(About.NONE);
            clock.advance(Duration.ofMinutes(1));
            node.wake();
            evenings.waitFor("the change", () -> peer.letters("Update").size() == 1);
        } finally {
            node.describe(before);
        }
        var changed = peer.letters("Update").getFirst().document().path("object");
        assertThat(changed.path("name").asString()).isEqualTo("Ebb");
        assertThat(changed.path("tag")).isEmpty();
        assertThat(changed.path("sensitive").asBoolean()).isFalse();
        assertThat(changed.has("content") || changed.has("summary")).isFalse();
        assertThat(PeerTubeRules.check(evenings.published(changed))).isEmpty();
    }

    @Test
    void whatIsTakenBackWhileItIsOnAirEndsAndIsDeletedOnce() {
        node.follow(peer.follower("zoe", node.person().id(), "Person"));
        node.follow(peer.follower("tube", node.application().id(), "Application"));
        var broadcast = node.goLive();
        evenings.waitFor("the beginning", () -> peer.letters().size() == 2);
        var videos = node.get(Videos.class);
        var id = node.video(broadcast).id();
        assertThat(videos.remove(node.house().actor(), id)).isTrue();
        assertThat(videos.remove(node.house().actor(), id)).isFalse();
        assertThat(node.get(Broadcasts.class).current(node.house().channel())).isEmpty();
        evenings.waitFor(
                "the removal",
                () -> peer.letters("Delete").size() + peer.letters("Undo").size() == 2);
        assertThat(peer.letters("Undo").getFirst().document().path("actor").asString())
                .isEqualTo(node.get(Addresses.class).of(node.application()).toString());
        assertThat(peer.faults()).isEmpty();
    }

    @Test
    void whoWasToldLongAgoIsToldThatItIsTakenBack() {
        node.follow(peer.follower("zoe", node.person().id(), "Person"));
        var broadcast = node.goLive();
        evenings.waitFor("the beginning", () -> peer.letters("Create").size() == 1);
        node.end(broadcast);
        evenings.waitFor("the end", () -> peer.letters("Update").size() == 1);
        evenings.waitFor("all to be settled", () -> !node.toldTo(peer.host()).isWaitedFor());
        node.get(Followers.class).removeHost(Actor.SYSTEM, peer.host());
        prune();
        assertThat(node.toldTo(peer.host()).verbs()).containsExactly("CREATE");
        node.get(Videos.class)
                .remove(node.house().actor(), node.video(broadcast).id());
        evenings.waitFor("the removal", () -> peer.letters("Delete").size() == 1);
        evenings.waitFor("all to be settled", () -> !node.toldTo(peer.host()).isWaitedFor());
        prune();
        assertThat(node.toldTo(peer.host()).verbs()).isEmpty();
    }

    private void prune() {
        node.get(DeliveryStore.class).prune(clock.instant().plusSeconds(1));
    }

    @Test
    void nobodyElseTakesItBack() {
        var id = node.video(node.goLive()).id();
        var ben = node.join("benedict");
        var actor = new Actor.SignedIn(ben.account(), false);
        assertThatThrownBy(() -> node.get(Videos.class).remove(actor, id)).isInstanceOf(NotAllowedException.class);
        assertThat(node.get(Videos.class).find(id).orElseThrow().removed()).isFalse();
    }

    @Test
    void programsHearThatItIsStillOnAirAndThatItIsOver() {
        node.follow(peer.follower("directory", node.group().id(), "Application"));
        node.follow(peer.follower("yan", node.group().id(), "Person"));
        var broadcast = node.goLive();
        evenings.waitFor("the beginning", () -> peer.letters("Announce").size() == 1);

        clock.advance(Duration.ofMinutes(5));
        node.wake();
        evenings.waitFor("a heartbeat", () -> peer.letters("Offer").size() == 1);
        var offer = peer.letters("Offer").getFirst().document();
        assertThat(offer.path("liveUntil").asString())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(12)).toString());
        isAsInTheDocs(offer);
        assertThat(offer.has("https://owncast.online/ns#streamTitle")).isTrue();
        assertThat(offer.has("https://owncast.online/ns#thumbnailUrl"))
                .as("it would be shown without its warning")
                .isFalse();
        assertThat(offer.has("proof")).as("a hint needs no proof").isFalse();

        node.end(broadcast);
        evenings.waitFor(
                "the end",
                () -> peer.letters("Leave").size() == 1
                        && peer.letters("Update").size() == 1);
        assertThat(peer.letters("Leave").getFirst().document().path("liveState").asString())
                .isEqualTo("ended");
    }

    @Test
    void whoComesBackWithinAQuarterOfAnHourTellsOnlyPrograms() {
        node.follow(peer.follower("zoe", node.person().id(), "Person"));
        node.follow(peer.follower("tube", node.application().id(), "Application"));
        var first = node.goLive();
        evenings.waitFor("the first", () -> peer.letters().size() == 2);
        node.end(first);
        evenings.waitFor("its end", () -> peer.letters("Update").size() == 1);
        clock.advance(Duration.ofMinutes(14));
        var second = node.goLive();
        evenings.waitFor("the second", () -> peer.letters("Announce").size() == 2);
        node.end(second);
        evenings.waitFor("its end", () -> peer.letters("Update").size() == 2);
        assertThat(peer.letters("Create")).hasSize(1);
        clock.advance(Duration.ofMinutes(16));
        node.goLive();
        evenings.waitFor("the third", () -> peer.letters("Create").size() == 2);
    }

    /** Where the docs show such a document, they show all of its members, and no others. */
    private static void isAsInTheDocs(JsonNode document) {
        var example = WireExamples.ofTheDocs().get(WireExamples.kind(document));
        if (example != null && state(example).equals(state(document))) {
            assertThat(WireExamples.members(document)).isEqualTo(WireExamples.members(example));
        }
    }

    /** What is live says until when; what has ended does not. */
    private static JsonNode state(JsonNode activity) {
        return activity.path("object").path("state");
    }
}
