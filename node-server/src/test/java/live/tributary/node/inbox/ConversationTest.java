// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.signature.SignatureForm;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.domains.DomainPolicy;
import live.tributary.node.domains.Severity;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.WebVisitor;
import live.tributary.node.kernel.Actor;

import static org.assertj.core.api.Assertions.assertThat;

/** What somebody elsewhere says, and what becomes of it. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConversationTest {

    private final Conversation talk;
    private final Elsewhere elsewhere;
    private final FederatedNode node;
    private final Replies replies;
    private final TieStore ties;

    ConversationTest(TestDatabase database, @TempDir Path data) {
        talk = new Conversation(database, data);
        elsewhere = talk.elsewhere;
        node = talk.node;
        replies = node.get(Replies.class);
        ties = node.get(TieStore.class);
    }

    @AfterAll
    void stop() {
        talk.close();
    }

    /** Each test has somebody of its own. */
    @BeforeEach
    void meet() {
        talk.meet();
    }

    @Test
    void likesAndBoostsCountOnceForEachActor() {
        int before = below("likes").path("totalItems").asInt();
        talk.say(elsewhere.activity("Like", talk.name(), node.videoAddress()), "counted");
        var like = elsewhere.activity("Like", talk.name(), node.videoAddress());
        talk.say(like, "counted");
        var post = node.get(Addresses.class).note(node.video());
        talk.say(elsewhere.activity("Like", talk.name(), post), "counted");
        assertThat(below("likes").path("totalItems").asInt()).isEqualTo(before + 1);
        int shares = below("shares").path("totalItems").asInt();
        var boost = talk.say(elsewhere.activity("Announce", talk.name(), node.videoAddress()), "counted");
        assertThat(ties.holding(TieKind.BOOST, talk.me(), node.videoAddress())).contains(boost);
        assertThat(below("shares").path("totalItems").asInt()).isEqualTo(shares + 1);
        assertThat(below("shares/page/1").toString())
                .as("it may be for followers only")
                .doesNotContain(boost.toString());
        talk.say(elsewhere.activity("Undo", talk.name(), boost), "taken back");
        assertThat(ties.holding(TieKind.BOOST, talk.me(), node.videoAddress())).isEmpty();
    }

    /** What other servers read below the broadcast. */
    private JsonNode below(String name) {
        var asked = elsewhere.get(URI.create(node.videoAddress() + "/" + name));
        return JsonMapper.shared().readTree(elsewhere.fetch(asked).body());
    }

    @Test
    void theNewestVersionOfAnAnswerIsShown() {
        var note = elsewhere.note(talk.name(), node.videoAddress(), "<p>one</p>");
        talk.say(elsewhere.activity("Create", talk.name(), note), "shown");
        var second = note.deepCopy().put("content", "<p>two</p>").put("updated", "2026-11-25T11:00:00Z");
        talk.say(elsewhere.activity("Update", talk.name(), second), "shown");
        var stale = note.deepCopy().put("content", "<p>stale</p>").put("updated", "2026-11-25T10:30:00Z");
        talk.say(elsewhere.activity("Update", talk.name(), stale), "a newer version is known");
        assertThat(talk.shown()).containsExactly("<p>two</p>");
    }

    @Test
    void whatIsDeletedDoesNotComeBack() {
        var note = elsewhere.note(talk.name(), node.videoAddress(), "<p>one</p>");
        var id = URI.create(note.path("id").asString());
        talk.say(elsewhere.activity("Create", talk.name(), note), "shown");
        talk.say(elsewhere.activity("Delete", talk.name(), id), "an answer was deleted");
        talk.say(elsewhere.activity("Create", talk.name(), note), "it was deleted before it came");
        assertThat(talk.shown()).isEmpty();
    }

    @Test
    void whatIsNotForEverybodyIsNotKept() {
        var note = elsewhere.note(talk.name(), node.videoAddress(), "<p>psst</p>");
        note.put("to", node.groupAddress().toString());
        talk.say(elsewhere.activity("Create", talk.name(), note), "it is not for everybody");
        assertThat(talk.shown()).isEmpty();
    }

    @Test
    void aTeamMayWantToReadAnswersFirst() {
        var rules = node.get(TeamRules.class);
        var team = node.house().team().id();
        rules.put(node.house().actor(), team, new TeamRule(false, true));
        try {
            var note = elsewhere.note(talk.name(), node.videoAddress(), "<p>wait</p>");
            talk.say(elsewhere.activity("Create", talk.name(), note), "kept, and not shown");
            assertThat(talk.shown()).isEmpty();
            assertThat(replies.waiting(node.house().actor(), team))
                    .singleElement()
                    .satisfies(reply -> assertThat(reply.authorHandle()).isEqualTo(talk.name()));
            var id = URI.create(note.path("id").asString());
            assertThat(replies.decide(node.house().actor(), id, ReplyState.SHOWN))
                    .isTrue();
            assertThat(talk.shown()).containsExactly("<p>wait</p>");
            assertThat(below("replies/page/1").path("orderedItems").toString()).contains(id.toString());
            replies.decide(node.house().actor(), id, ReplyState.HIDDEN);
            assertThat(below("replies").path("totalItems").asInt())
                    .isEqualTo(replies.shown(node.video()).size());
            assertThat(talk.shown()).isEmpty();
        } finally {
            rules.put(node.house().actor(), team, TeamRule.OPEN);
        }
    }

    @Test
    void anAnswerFromALimitedHostWaits() {
        var note = elsewhere.note(talk.name(), node.videoAddress(), "<p>loud</p>");
        talk.whileLimited(() -> talk.say(elsewhere.activity("Create", talk.name(), note), "kept, and not shown"));
        assertThat(talk.shown()).isEmpty();
    }

    @Test
    void whatSomebodyElsePassesOnIsLookedUpWhereItIsFrom() {
        var note = elsewhere.note(talk.name(), node.videoAddress(), "<p>the real words</p>");
        elsewhere.show(URI.create(note.path("id").asString()), note);
        var altered = note.deepCopy().put("content", "<p>other words</p>");
        var create = elsewhere.activity("Create", talk.name(), altered);
        var passedOn = elsewhere.signed(node.inbox(), "relay", create.toString(), SignatureForm.CAVAGE);
        assertThat(elsewhere.send(passedOn)).isEqualTo(202);
        node.awaitOutcome(talk.passedOnBy("relay", create), "shown");
        assertThat(talk.shown()).containsExactly("<p>the real words</p>");
    }

    @Test
    void whatSomebodyElsePassesOnCountsIfItsActorProvedIt() {
        var like = elsewhere.activity("Like", talk.name(), node.videoAddress());
        assertThat(passOn(elsewhere.proven(talk.name(), like))).isEqualTo(202);
        node.awaitOutcome(URI.create(like.path("id").asString()), "counted");
        assertThat(ties.holding(TieKind.LIKE, talk.me(), node.videoAddress())).isPresent();
    }

    @Test
    void whatSomebodyElsePassesOnIsRefusedWithoutAProofOfItsActor() {
        var like = elsewhere.activity("Like", talk.name(), node.videoAddress());
        int kept = node.kept();
        assertThat(passOn(like)).as("no proof").isEqualTo(401);
        assertThat(passOn(elsewhere.proven("relay", like)))
                .as("the proof of another")
                .isEqualTo(401);
        var changed = elsewhere
                .proven(talk.name(), like)
                .put("object", node.groupAddress().toString());
        assertThat(passOn(changed)).as("changed since").isEqualTo(401);
        assertThat(node.kept()).isEqualTo(kept);
        assertThat(ties.holding(TieKind.LIKE, talk.me(), node.videoAddress())).isEmpty();
    }

    private int passOn(ObjectNode activity) {
        return elsewhere.send(elsewhere.signed(node.inbox(), "relay", activity.toString(), SignatureForm.CAVAGE));
    }

    @Test
    void nobodyTakesThePlaceOfWhatIsYetToCome() {
        var note = elsewhere.note(talk.name(), node.videoAddress(), "<p>mine</p>");
        var create = elsewhere.activity("Create", talk.name(), note);
        var early = elsewhere.activity("Create", talk.name(), elsewhere.fresh());
        early.set("id", create.path("id"));
        var passedOn = elsewhere.signed(node.inbox(), "relay", early.toString(), SignatureForm.CAVAGE);
        assertThat(elsewhere.send(passedOn)).isEqualTo(202);
        node.awaitOutcome(talk.passedOnBy("relay", early), "what it is about is not there any more");
        talk.say(create, "shown");
        assertThat(talk.shown()).containsExactly("<p>mine</p>");
    }

    @Test
    void whoHasANewKeyIsLookedUpOnceAndLosesNothing() {
        talk.follow();
        var first = elsewhere.activity("Like", talk.name(), node.videoAddress()).toString();
        var second =
                elsewhere.activity("Announce", talk.name(), node.videoAddress()).toString();
        elsewhere.changeKey(talk.name());
        var withTheNewKey = elsewhere.signedWithAnotherKey(node.inbox(), talk.name(), first);
        assertThat(elsewhere.send(withTheNewKey))
                .as("the key was looked at within five minutes; honest servers try again")
                .isEqualTo(401);
        LookedUpBefore.keyOf(node, talk.me());
        int asked = elsewhere.asked().size();
        assertThat(elsewhere.send(elsewhere.signedWithAnotherKey(node.inbox(), talk.name(), first)))
                .isEqualTo(202);
        // It was signed before the change, and comes late.
        var late = elsewhere.signed(node.inbox(), talk.name(), second, SignatureForm.CAVAGE);
        assertThat(elsewhere.send(late)).isEqualTo(401);
        assertThat(elsewhere.send(elsewhere.signedWithAnotherKey(node.inbox(), talk.name(), second)))
                .isEqualTo(202);
        assertThat(elsewhere.asked().subList(asked, elsewhere.asked().size()))
                .containsOnlyOnce("/users/" + talk.name());
    }

    @Test
    void aReportIsFiledForTheOperator() {
        var flag = elsewhere.activity("Flag", talk.name(), node.groupAddress()).put("content", "please look");
        talk.say(flag, "filed for the operator");
        var reports = node.get(Reports.class);
        assertThat(reports.open(node.house().actor())).anySatisfy(report -> {
            assertThat(report.content()).isEqualTo("please look");
            assertThat(report.objects()).containsExactly(node.groupAddress());
            assertThat(reports.close(node.house().actor(), report.id())).isTrue();
        });
        assertThat(reports.open(node.house().actor())).isEmpty();
    }

    @Test
    void whoseReportsAreRefusedFilesNone() {
        var policies = node.get(DomainPolicies.class);
        policies.put(Actor.SYSTEM, new DomainPolicy(Conversation.THERE, Severity.NOTHING, false, true, "", false));
        try {
            talk.say(elsewhere.activity("Flag", talk.name(), node.groupAddress()), "reports from there are refused");
            assertThat(node.get(Reports.class).open(node.house().actor())).isEmpty();
        } finally {
            policies.remove(Actor.SYSTEM, Conversation.THERE);
        }
    }

    @Test
    void whatAReportNamesInItsWordsAloneIsPartOfIt() {
        var words = "Note: %s\n-----\nand https://pond.example/notes/1".formatted(node.videoAddress());
        var flag = elsewhere.activity("Flag", talk.name(), node.groupAddress()).put("content", words);
        talk.say(flag, "filed for the operator");
        var reports = node.get(Reports.class);
        assertThat(reports.open(node.house().actor())).singleElement().satisfies(report -> {
            assertThat(report.objects()).containsExactly(node.groupAddress(), node.videoAddress());
            reports.close(node.house().actor(), report.id());
        });
    }

    @Test
    void aRepeatIsAnsweredLikeTheFirstAndIsNothing() {
        var body =
                elsewhere.activity("Follow", talk.name(), node.groupAddress()).toString();
        var signed = elsewhere.signed(node.inbox(), talk.name(), body, SignatureForm.CAVAGE);
        int kept = node.kept();
        assertThat(elsewhere.send(signed)).isEqualTo(202);
        assertThat(elsewhere.send(signed)).isEqualTo(202);
        var anew = elsewhere.signed(node.sharedInbox(), talk.name(), body, SignatureForm.RFC9421);
        assertThat(elsewhere.send(anew)).isEqualTo(202);
        assertThat(node.kept()).isEqualTo(kept + 1);
    }

    @Test
    void viewersElsewhereAreCountedAsTheirInstanceSays() {
        var view = elsewhere
                .activity("View", talk.name(), node.videoAddress())
                .put(
                        "expires",
                        InstantSource.system()
                                .instant()
                                .plus(Duration.ofMinutes(2))
                                .toString());
        view.putObject("result").put("type", "InteractionCounter").put("userInteractionCount", 12);
        talk.say(view, "counted");
        assertThat(node.get(RemoteViewers.class).of(node.video())).isEqualTo(12);
        var studio = new WebVisitor(node.node().web());
        studio.logIn(House.OWNER, House.PASSWORD);
        var shown = studio.get("/studio").page().select("[data-slot=elsewhere]");
        assertThat(shown.hasAttr("hidden")).isFalse();
        assertThat(shown.text()).isEqualTo("Watching on other servers, as these say: 12");
        assertThat(studio.getJson("/api/v1/studio/channels/" + node.house().channel())
                        .body())
                .contains("\"viewersElsewhere\":12");
    }

    @Test
    void whatNobodyKnowsIsKeptAndIgnored() {
        talk.say(elsewhere.activity("Dance", talk.name(), node.videoAddress()), "this node does not know Dance");
        talk.say(elsewhere.activity("Follow", talk.name(), elsewhere.fresh()), "it is about nothing of this node");
        talk.say(
                elsewhere.activity("Like", talk.name(), URI.create(node.videoAddress() + "0")),
                "it is about nothing of this node");
    }
}
