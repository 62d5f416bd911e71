// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.federation.signature.SignatureKind;
import live.tributary.fixtures.fediverse.LemmyRules;
import live.tributary.fixtures.fediverse.MastodonRules;
import live.tributary.fixtures.fediverse.PeerTubeRules;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestClock;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.WebVisitor;
import live.tributary.node.team.Members;

import static org.assertj.core.api.Assertions.assertThat;

/** Each follower elsewhere hears of an evening where they are now, and in the form that they take. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WhoHearsOfItTest {

    private final Evenings evenings;
    private final TestClock clock;
    private final PublishedNode node;
    private Peer peer;

    WhoHearsOfItTest(TestDatabase database, @TempDir Path data) {
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
    void aTeamThatPostsBesideItsBroadcastsTellsFollowersOfAMemberThatInPlaceOfTheVideo() {
        node.get(Companions.class).put(node.house().actor(), node.house().team().id(), true);
        try {
            node.follow(peer.follower("zoe", node.person().id(), "Person"));
            var broadcast = node.goLive();
            clock.advance(NoteSpeech.PAUSE);
            node.wake();
            evenings.waitFor("the post", () -> peer.letters("Create").size() == 1);
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
            evenings.waitFor("its new words", () -> peer.letters("Update").size() == 1);
            assertThat(peer.letters("Update")
                            .getFirst()
                            .document()
                            .path("object")
                            .path("content")
                            .asString())
                    .contains("Spring &amp; tide");

            node.get(Videos.class)
                    .remove(node.house().actor(), node.video(broadcast).id());
            evenings.waitFor("the removal", () -> peer.letters("Delete").size() == 1);
            assertThat(peer.types()).containsExactly("Create", "Update", "Delete");
            assertThat(peer.faults()).isEmpty();
            assertThat(peer.letters()).allSatisfy(letter -> {
                assertThat(PeerTubeRules.check(evenings.published(letter.document())))
                        .isEmpty();
                assertThat(MastodonRules.check(evenings.published(letter.document())))
                        .isEmpty();
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
            evenings.waitFor("both are refused", () -> peer.refused() >= 2);
            node.end(broadcast);
            peer.refuseWith(0);
            evenings.waitFor("the beginning and the end, to the followers of the team", () -> {
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
    void aHostThatKnowsOnlyTheNewSignaturesGetsThemFromTheSecondKnockOn() {
        node.follow(peer.follower("zoe", node.person().id(), "Person"));
        peer.believeOnlyNewSignatures();
        var broadcast = node.goLive();
        evenings.waitFor("the beginning", () -> peer.letters("Create").size() == 1);
        node.end(broadcast);
        evenings.waitFor("the end", () -> peer.letters("Update").size() == 1);
        assertThat(peer.letters())
                .allSatisfy(letter -> assertThat(letter.kind()).isEqualTo(SignatureKind.RFC9421));
        evenings.waitFor("both are written down", () -> report().arrived() == 2);
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
        evenings.waitFor("the beginning", () -> peer.letters("Announce").size() == 2);
        assertThat(peer.letters("Announce"))
                .extracting(letter -> WireExamples.type(letter.document().path("object")))
                .containsExactlyInAnyOrder("", "Create");
        assertThat(peer.letters())
                .allSatisfy(letter -> assertThat(LemmyRules.check(evenings.published(letter.document())))
                        .isEmpty());
    }

    @Test
    void aFollowerWithAnotherInboxGetsItThere() {
        node.follow(peer.follower("zoe", node.person().id(), "Person"));
        peer.moveInbox("/new");
        node.goLive();
        evenings.waitFor("it was not there", () -> peer.asked("/users/zoe"));
        evenings.waitFor("the beginning", () -> {
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
        evenings.waitFor(
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
        evenings.waitFor("the farewell", () -> peer.letters("Delete").size() == 1);
        assertThat(peer.letters("Delete").getFirst().document().path("object").asString())
                .isEqualTo(address.toString());
        clock.advance(Profiles.PAUSE);
        node.wake();
        evenings.waitFor("the team's new face", () -> peer.letters("Update").size() == 1);
        assertThat(node.get(Actors.class).find(person.id())).isInstanceOf(ActorLookup.Gone.class);
        var visitor = new WebVisitor(node.node().web());
        var gone = visitor.getActivity(address.getPath());
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.body()).contains("\"Tombstone\"");
        var name = "/.well-known/webfinger?resource=acct:%s@%s"
                .formatted(person.name().value(), node.node().web().getAuthority());
        assertThat(visitor.get(name).status()).isEqualTo(410);
    }
}
