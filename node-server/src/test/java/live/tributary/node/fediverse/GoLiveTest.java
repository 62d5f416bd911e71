// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
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

import live.tributary.federation.signature.SignatureKind;
import live.tributary.fixtures.fediverse.LemmyRules;
import live.tributary.fixtures.fediverse.MastodonRules;
import live.tributary.fixtures.fediverse.PeerTubeRules;
import live.tributary.fixtures.process.Waiting;
import live.tributary.node.broadcast.About;
import live.tributary.node.broadcast.Broadcasts;
import live.tributary.node.broadcast.Category;
import live.tributary.node.broadcast.Description;
import live.tributary.node.broadcast.Language;
import live.tributary.node.broadcast.Tag;
import live.tributary.node.broadcast.Warning;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestClock;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.team.Members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What followers elsewhere get of an evening: each thing once, signed by whoever says it, in forms they take. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoLiveTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final TestClock clock = new TestClock();
    private PublishedNode node;
    private Peer peer;

    @BeforeAll
    void found(TestDatabase database, @TempDir Path data) {
        node = PublishedNode.found(database, clock, data);
        node.describe(new About(
                new Description("The river, two hours after high water."),
                new Language("en"),
                Category.TRAVELS,
                List.of(new Tag("river"), new Tag("tide")),
                new Warning("loud gulls")));
    }

    /** Far enough from the last evening that this is another show. */
    @BeforeEach
    void anotherEvening() {
        clock.advance(Duration.ofHours(1));
        peer = Peer.start(clock);
    }

    @AfterEach
    void goHome() {
        node.endAll();
        // A title may be waiting for a minute. What is said later would be heard by the followers of the next evening.
        clock.advance(Duration.ofMinutes(2));
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
    void anEveningIsToldOnceAndInOrder() {
        node.follow(peer.follower("zoe", node.person().id(), "Person"));
        node.follow(peer.follower("yan", node.group().id(), "Person"));
        node.follow(peer.follower("xia", node.group().id(), "Person"));
        node.follow(peer.follower("tube", node.application().id(), "Application"));

        var broadcast = node.goLive();
        waitFor("the beginning", () -> peer.letters().size() == 3);
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
        waitFor("the title", () -> peer.letters("Update").size() == 1);
        assertThat(peer.letters("Update")
                        .getFirst()
                        .document()
                        .path("object")
                        .path("name")
                        .asString())
                .isEqualTo("High water");

        clock.advance(Duration.ofMinutes(30));
        node.end(broadcast);
        waitFor("the end", () -> peer.letters("Update").size() == 2);
        var end = peer.letters("Update").getLast().document().path("object");
        assertThat(end.path("state").asInt()).isEqualTo(5);
        assertThat(end.path("duration").asString()).isEqualTo("PT1860S");

        node.get(Videos.class)
                .remove(node.house().actor(), node.video(broadcast).id());
        waitFor(
                "the removal",
                () -> peer.letters("Undo").size() == 2
                        && !peer.letters("Delete").isEmpty());
        assertThat(peer.letters()).hasSize(8);
        assertThat(peer.faults()).isEmpty();
        assertThat(peer.letters()).allSatisfy(letter -> {
            assertThat(letter.inbox()).isEqualTo("/inbox");
            assertThat(PeerTubeRules.check(published(letter.document()))).isEmpty();
            assertThat(MastodonRules.check(published(letter.document()))).isEmpty();
            isAsInTheDocs(letter.document());
        });
    }

    @Test
    void whatIsSaidOfItIsToldOnceWithItsTitle() {
        node.follow(peer.follower("zoe", node.person().id(), "Person"));
        node.goLive();
        waitFor("the beginning", () -> peer.letters("Create").size() == 1);
        var before = node.about();
        try {
            node.rename("Ebb");
            node.describe(About.NONE);
            clock.advance(Duration.ofMinutes(1));
            node.wake();
            waitFor("the change", () -> peer.letters("Update").size() == 1);
        } finally {
            node.describe(before);
        }
        var changed = peer.letters("Update").getFirst().document().path("object");
        assertThat(changed.path("name").asString()).isEqualTo("Ebb");
        assertThat(changed.path("tag")).isEmpty();
        assertThat(changed.path("sensitive").asBoolean()).isFalse();
        assertThat(changed.has("content") || changed.has("summary")).isFalse();
        assertThat(PeerTubeRules.check(published(changed))).isEmpty();
    }

    @Test
    void whatIsTakenBackWhileItIsOnAirEndsAndIsDeletedOnce() {
        node.follow(peer.follower("zoe", node.person().id(), "Person"));
        node.follow(peer.follower("tube", node.application().id(), "Application"));
        var broadcast = node.goLive();
        waitFor("the beginning", () -> peer.letters().size() == 2);
        var videos = node.get(Videos.class);
        var id = node.video(broadcast).id();
        assertThat(videos.remove(node.house().actor(), id)).isTrue();
        assertThat(videos.remove(node.house().actor(), id)).isFalse();
        assertThat(node.get(Broadcasts.class).current(node.house().channel())).isEmpty();
        waitFor(
                "the removal",
                () -> peer.letters("Delete").size() + peer.letters("Undo").size() == 2);
        assertThat(peer.letters("Undo").getFirst().document().path("actor").asString())
                .isEqualTo(node.get(Addresses.class).of(node.application()).toString());
        assertThat(peer.faults()).isEmpty();
    }

    @Test
    void aTeamThatPostsBesideItsBroadcastsTellsFollowersOfAMemberThatInPlaceOfTheVideo() {
        node.get(Companions.class).put(node.house().actor(), node.house().team().id(), true);
        try {
            node.follow(peer.follower("zoe", node.person().id(), "Person"));
            var broadcast = node.goLive();
            clock.advance(NoteSpeech.PAUSE);
            node.wake();
            waitFor("the post", () -> peer.letters("Create").size() == 1);
            var note = peer.letters("Create").getFirst().document().path("object");
            assertThat(note.path("type").asString()).isEqualTo("Note");
            assertThat(note.path("content").asString())
                    .contains("We are live: ", ">#<span>river</span></a>", "/@river/ada\" rel=");
            assertThat(note.path("attachment").path(0).path("name").asString()).startsWith("A picture of the stream");
            assertThat(note.path("summary").asString()).isEqualTo("loud gulls");
            var served = peer.fetch(URI.create(note.path("id").asString()));
            assertThat(served.path("content")).isEqualTo(note.path("content"));
            assertThat(WireExamples.members(served))
                    .isEqualTo(WireExamples.members(
                            Objects.requireNonNull(WireExamples.ofTheDocs().get("Note"))));

            node.rename("Spring & tide");
            clock.advance(Duration.ofMinutes(1));
            node.wake();
            waitFor("its new words", () -> peer.letters("Update").size() == 1);
            assertThat(peer.letters("Update")
                            .getFirst()
                            .document()
                            .path("object")
                            .path("content")
                            .asString())
                    .contains("Spring &amp; tide");

            node.get(Videos.class)
                    .remove(node.house().actor(), node.video(broadcast).id());
            waitFor("the removal", () -> peer.letters("Delete").size() == 1);
            assertThat(peer.types()).containsExactly("Create", "Update", "Delete");
            assertThat(peer.faults()).isEmpty();
            assertThat(peer.letters()).allSatisfy(letter -> {
                assertThat(PeerTubeRules.check(published(letter.document()))).isEmpty();
                assertThat(MastodonRules.check(published(letter.document()))).isEmpty();
            });
        } finally {
            node.get(Companions.class)
                    .put(node.house().actor(), node.house().team().id(), false);
        }
    }

    @Test
    void whoHasNotHeardOfThePostWhileItWasOnAirDoesNotHearOfItAnyMore() {
        node.get(Companions.class).put(node.house().actor(), node.house().team().id(), true);
        try {
            node.follow(peer.follower("zoe", node.person().id(), "Person"));
            node.follow(peer.follower("yan", node.group().id(), "Person"));
            peer.refuseWith(503);
            var broadcast = node.goLive();
            clock.advance(NoteSpeech.PAUSE);
            node.wake();
            waitFor("both are refused", () -> peer.refused() >= 2);
            node.end(broadcast);
            peer.refuseWith(0);
            waitFor("the beginning and the end, to the followers of the team", () -> {
                clock.advance(Duration.ofSeconds(5));
                node.wake();
                return peer.letters("Announce").size() == 1
                        && peer.letters("Update").size() == 1;
            });
            assertThat(peer.letters("Create")).isEmpty();
        } finally {
            node.get(Companions.class)
                    .put(node.house().actor(), node.house().team().id(), false);
        }
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
        waitFor("the beginning", () -> peer.letters("Announce").size() == 1);

        clock.advance(Duration.ofMinutes(5));
        node.wake();
        waitFor("a heartbeat", () -> peer.letters("Offer").size() == 1);
        var offer = peer.letters("Offer").getFirst().document();
        assertThat(offer.path("liveUntil").asString())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(12)).toString());
        isAsInTheDocs(offer);
        assertThat(offer.has("proof")).as("a hint needs no proof").isFalse();

        node.end(broadcast);
        waitFor(
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
        waitFor("the first", () -> peer.letters().size() == 2);
        node.end(first);
        waitFor("its end", () -> peer.letters("Update").size() == 1);
        clock.advance(Duration.ofMinutes(14));
        var second = node.goLive();
        waitFor("the second", () -> peer.letters("Announce").size() == 2);
        node.end(second);
        waitFor("its end", () -> peer.letters("Update").size() == 2);
        assertThat(peer.letters("Create")).hasSize(1);
        clock.advance(Duration.ofMinutes(16));
        node.goLive();
        waitFor("the third", () -> peer.letters("Create").size() == 2);
    }

    @Test
    void aHostThatKnowsOnlyTheNewSignaturesGetsThemFromTheSecondKnockOn() {
        node.follow(peer.follower("zoe", node.person().id(), "Person"));
        peer.believeOnlyNewSignatures();
        var broadcast = node.goLive();
        waitFor("the beginning", () -> peer.letters("Create").size() == 1);
        node.end(broadcast);
        waitFor("the end", () -> peer.letters("Update").size() == 1);
        assertThat(peer.letters())
                .allSatisfy(letter -> assertThat(letter.kind()).isEqualTo(SignatureKind.RFC9421));
        waitFor("both are written down", () -> report().arrived() == 2);
        assertThat(report().signature()).isEqualTo(SignatureKind.RFC9421);
    }

    private HostReport report() {
        return node.get(Deliveries.class).byHost(node.house().actor()).stream()
                .filter(report -> report.host().equals(peer.host()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoReadsOnlyWhatAGroupPassesOnGetsThatToo() {
        peer.runs("Lemmy");
        node.follow(peer.follower("yan", node.group().id(), "Person"));
        node.get(Census.class).take();
        node.goLive();
        waitFor("the beginning", () -> peer.letters("Announce").size() == 2);
        assertThat(peer.letters("Announce"))
                .extracting(letter -> WireExamples.type(letter.document().path("object")))
                .containsExactlyInAnyOrder("", "Create");
        assertThat(peer.letters())
                .allSatisfy(letter -> assertThat(LemmyRules.check(published(letter.document())))
                        .isEmpty());
    }

    @Test
    void aFollowerWithAnotherInboxGetsItThere() {
        node.follow(peer.follower("zoe", node.person().id(), "Person"));
        peer.moveInbox("/new");
        node.goLive();
        waitFor("it was not there", () -> peer.asked("/users/zoe"));
        waitFor("the beginning", () -> {
            clock.advance(Duration.ofSeconds(1));
            node.wake();
            return peer.letters("Create").size() == 1;
        });
        assertThat(peer.letters("Create").getFirst().inbox()).isEqualTo("/new");
        assertThat(node.get(Followers.class)
                        .find(node.person().id(), peer.address("/users/zoe"))
                        .orElseThrow()
                        .sharedInbox())
                .isEqualTo(peer.address("/new"));
    }

    @Test
    void aFollowerThatIsDeletedIsForgotten() {
        node.follow(peer.follower("zoe", node.person().id(), "Person"));
        peer.refuseWith(410);
        node.goLive();
        waitFor(
                "the farewell",
                () -> node.get(Followers.class)
                        .find(node.person().id(), peer.address("/users/zoe"))
                        .isEmpty());
    }

    @Test
    void whoHasLeftTheTeamIsDeletedElsewhere() {
        var ben = node.join("ben");
        var person = node.get(Actors.class).person(ben.id()).orElseThrow();
        var address = node.get(Addresses.class).of(person);
        node.follow(peer.follower("zoe", person.id(), "Person"));
        node.follow(peer.follower("yan", node.group().id(), "Person"));
        peer.meet(address);
        node.get(Members.class).remove(node.house().actor(), ben.id());
        waitFor("the farewell", () -> peer.letters("Delete").size() == 1);
        assertThat(peer.letters("Delete").getFirst().document().path("object").asString())
                .isEqualTo(address.toString());
        clock.advance(Profiles.PAUSE);
        node.wake();
        waitFor("the team's new face", () -> peer.letters("Update").size() == 1);
        assertThat(node.get(Actors.class).find(person.id())).isInstanceOf(ActorLookup.Gone.class);
    }

    /** Where the docs show such a document, they show all of its members, and no others. */
    private static void isAsInTheDocs(JsonNode document) {
        var example = WireExamples.ofTheDocs().get(WireExamples.type(document));
        if (example != null && state(example).equals(state(document))) {
            assertThat(WireExamples.members(document)).isEqualTo(WireExamples.members(example));
        }
    }

    /** What is live says until when; what has ended does not. */
    private static JsonNode state(JsonNode activity) {
        return activity.path("object").path("state");
    }

    private void waitFor(String what, BooleanSupplier condition) {
        Waiting.until(what, SOON, condition, () -> peer.types() + " " + peer.faults());
    }

    /** As it would read on a node with a name: the rules demand https and a whole host. */
    private JsonNode published(JsonNode document) {
        var here = node.node().web().toString();
        return JsonMapper.shared().readTree(document.toString().replace(here, "https://node.example"));
    }
}
