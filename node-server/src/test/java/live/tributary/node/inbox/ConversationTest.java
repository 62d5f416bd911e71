// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.signature.SignatureForm;
import live.tributary.fixtures.process.Waiting;
import live.tributary.node.domains.DomainName;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.domains.DomainPolicy;
import live.tributary.node.domains.Severity;
import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.kernel.Actor;

import static org.assertj.core.api.Assertions.assertThat;

/** What somebody elsewhere says, and what becomes of it. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConversationTest {

    private static final DomainName THERE = new DomainName("127.0.0.1");

    private final Elsewhere elsewhere = Elsewhere.start();
    private final FederatedNode node;
    private final Replies replies;
    private final TieStore ties;
    private String name = "";
    private int people;

    ConversationTest(TestDatabase database, @TempDir Path data) {
        node = FederatedNode.start(database, data);
        replies = node.get(Replies.class);
        ties = node.get(TieStore.class);
    }

    @AfterAll
    void stop() {
        node.close();
        elsewhere.close();
    }

    /** Each test has somebody of its own. */
    @BeforeEach
    void meet() {
        name = "fan" + ++people;
    }

    /** Posts an activity and waits for what comes of it. */
    private URI say(ObjectNode activity, String outcome) {
        assertThat(elsewhere.post(node.inbox(), name, activity)).isEqualTo(202);
        var id = URI.create(activity.path("id").asString());
        node.awaitOutcome(id, outcome);
        return id;
    }

    private URI follow() {
        return say(elsewhere.activity("Follow", name, node.groupAddress()), "follows");
    }

    private URI me() {
        return elsewhere.actor(name);
    }

    private void awaitLetter(String type, String about) {
        Waiting.until(
                type + " about " + about,
                FederatedNode.PATIENCE,
                () -> elsewhere.letters().stream()
                        .anyMatch(
                                letter -> letter.contains("\"type\":\"%s\"".formatted(type)) && letter.contains(about)),
                () -> elsewhere.letters().toString());
    }

    private List<String> shown() {
        return replies.shown(node.video()).stream()
                .filter(reply -> reply.author().equals(me()))
                .map(Reply::content)
                .toList();
    }

    @Test
    void whoAsksToFollowFollowsAndIsTold() {
        var follow = follow();
        assertThat(node.followers()).contains(me());
        awaitLetter("Accept", follow.toString());
    }

    @Test
    void whoAsksTwiceIsOneFollower() {
        follow();
        var again = follow();
        assertThat(node.followers()).containsOnlyOnce(me());
        awaitLetter("Accept", again.toString());
    }

    @Test
    void whoTakesItBackFollowsNoMore() {
        var follow = elsewhere.activity("Follow", name, node.groupAddress());
        say(follow, "follows");
        say(elsewhere.activity("Undo", name, follow), "follows no more");
        assertThat(node.followers()).doesNotContain(me());
    }

    @Test
    void whoTakesItBackWithoutItsAddressFollowsNoMore() {
        follow();
        ObjectNode nameless =
                elsewhere.activity("Follow", name, node.groupAddress()).without("id");
        say(elsewhere.activity("Undo", name, nameless), "follows no more");
        assertThat(node.followers()).doesNotContain(me());
    }

    /** Also of what was let in before the rules of who may say what were as they are. */
    @Test
    void nobodyTakesBackWhatAnotherDid() {
        follow();
        ObjectNode nameless =
                elsewhere.activity("Follow", name, node.groupAddress()).without("id");
        var undo = elsewhere.activity("Undo", "mallory", nameless);
        var outcome = node.get(Handling.class).handle(received(undo, "mallory"));
        assertThat(outcome).isEqualTo(new Outcome.Done("what is taken back is somebody else's"));
        assertThat(node.followers()).contains(me());
    }

    private Received received(ObjectNode activity, String from) {
        return new Received(
                URI.create(activity.path("id").asString()),
                Long.MAX_VALUE,
                THERE.value(),
                elsewhere.actor(from),
                Trust.SIGNED,
                activity.toString().getBytes(StandardCharsets.UTF_8),
                InstantSource.system().instant(),
                1);
    }

    @Test
    void lemmyTakesBackWhatItNeverSaid() {
        follow();
        var another = elsewhere.activity("Follow", name, node.groupAddress());
        say(elsewhere.activity("Undo", name, another), "follows no more");
        follow();
        assertThat(node.followers()).contains(me());
    }

    @Test
    void whoBlocksATeamFollowsItNoMore() {
        follow();
        say(elsewhere.activity("Block", name, node.groupAddress()), "follows no more");
        assertThat(node.followers()).doesNotContain(me());
    }

    @Test
    void aTeamMayWantToDecideWhoFollows() {
        var requests = node.get(FollowRequests.class);
        var rules = node.get(TeamRules.class);
        var of = node.group().id();
        rules.put(node.house().actor(), node.house().team().id(), new TeamRule(true, false));
        try {
            say(elsewhere.activity("Follow", name, node.groupAddress()), "waits for the team to decide");
            assertThat(node.followers()).doesNotContain(me());
            assertThat(requests.approve(node.house().actor(), of, me())).isTrue();
            assertThat(requests.approve(node.house().actor(), of, me())).isFalse();
            assertThat(node.followers()).contains(me());
            awaitLetter("Accept", me().toString());
            assertThat(requests.refuse(node.house().actor(), of, me())).isTrue();
            assertThat(node.followers()).doesNotContain(me());
            awaitLetter("Reject", me().toString());
        } finally {
            rules.put(node.house().actor(), node.house().team().id(), TeamRule.OPEN);
        }
    }

    @Test
    void aFollowerOfALimitedHostWaits() {
        limited(() -> say(elsewhere.activity("Follow", name, node.groupAddress()), "waits for the team to decide"));
        assertThat(node.followers()).doesNotContain(me());
    }

    @Test
    void likesAndBoostsCountOnceForEachActor() {
        int before = ties.count(TieKind.LIKE, node.videoAddress());
        say(elsewhere.activity("Like", name, node.videoAddress()), "counted");
        var like = elsewhere.activity("Like", name, node.videoAddress());
        say(like, "counted");
        assertThat(ties.count(TieKind.LIKE, node.videoAddress())).isEqualTo(before + 1);
        var boost = say(elsewhere.activity("Announce", name, node.videoAddress()), "counted");
        assertThat(ties.holding(TieKind.BOOST, me(), node.videoAddress())).contains(boost);
        say(elsewhere.activity("Undo", name, boost), "taken back");
        assertThat(ties.holding(TieKind.BOOST, me(), node.videoAddress())).isEmpty();
    }

    @Test
    void anAnswerIsShownCleanAndPassedOnAsItCame() {
        follow();
        var note = elsewhere.note(name, node.videoAddress(), "<p onclick=\"x()\">bravo <img src=x></p>");
        var create = elsewhere.activity("Create", name, note);
        say(create, "shown");
        assertThat(shown()).containsExactly("<p>bravo </p>");
        awaitLetter("Announce", create.path("id").asString());
        assertThat(elsewhere.letters()).anySatisfy(letter -> assertThat(letter).contains(create.toString()));
    }

    private List<String> announcesOf(ObjectNode activity) {
        return node
                .client()
                .sql("SELECT convert_from(document, 'UTF8') FROM fediverse.activity WHERE position(:id IN "
                        + "convert_from(document, 'UTF8')) > 0")
                .param("id", "\"%s\"".formatted(activity.path("id").asString()))
                .query(String.class)
                .list()
                .stream()
                .filter(document -> document.contains("\"type\":\"Announce\""))
                .toList();
    }

    @Test
    void whatNamesSomebodyInSecretIsShownAndNotPassedOn() {
        var note = elsewhere.note(name, node.videoAddress(), "<p>between us</p>");
        var create = elsewhere.activity("Create", name, note).put("bto", "https://pond.example/users/ana");
        say(create, "shown");
        assertThat(announcesOf(create)).isEmpty();
    }

    @Test
    void whatWasUnderstoodInOtherWordsIsNotPassedOn() {
        var create = elsewhere.activity("Create", name, elsewhere.note(name, node.videoAddress(), "<p>other</p>"));
        create.set("@context", JsonMapper.shared().readTree("""
                ["https://www.w3.org/ns/activitystreams", {"summary": "https://example.org/summary"}]"""));
        say(create, "shown");
        assertThat(announcesOf(create)).isEmpty();
    }

    @Test
    void whatIsLargeIsShownAndNotPassedOn() {
        var note = elsewhere.note(name, node.videoAddress(), "<p>%s</p>".formatted("x".repeat(Said.MOST_BYTES)));
        var create = elsewhere.activity("Create", name, note);
        say(create, "shown");
        assertThat(announcesOf(create)).isEmpty();
    }

    @Test
    void whatSomebodyElsePassedOnIsNotPassedOnFurtherWhenTheTeamShowsItEither() {
        var note = elsewhere.note(name, node.videoAddress(), "<p>from afar</p>");
        var id = URI.create(note.path("id").asString());
        elsewhere.show(id, note);
        var create = elsewhere.activity("Create", name, note);
        // In another form than its author's: with the one key that all have here, the same form would be the same
        // signature.
        var passedOn = elsewhere.signed(node.inbox(), "relay", create.toString(), SignatureForm.RFC9421);
        assertThat(elsewhere.send(passedOn)).isEqualTo(202);
        node.awaitOutcome(passedOnBy("relay", create), "shown");
        replies.decide(node.house().actor(), id, ReplyState.HIDDEN);
        replies.decide(node.house().actor(), id, ReplyState.SHOWN);
        assertThat(announcesOf(create)).isEmpty();
        say(create, "shown");
        assertThat(announcesOf(create)).hasSize(1);
    }

    @Test
    void anAnswerThatChangesAgainIsNotPassedOnAgainSoSoon() {
        var note = elsewhere.note(name, node.videoAddress(), "<p>one</p>");
        var create = elsewhere.activity("Create", name, note);
        say(create, "shown");
        var second = note.deepCopy().put("content", "<p>two</p>").put("updated", "2026-11-25T11:00:00Z");
        var update = elsewhere.activity("Update", name, second);
        say(update, "shown");
        assertThat(announcesOf(create)).hasSize(1);
        assertThat(announcesOf(update)).isEmpty();
    }

    @Test
    void ofOneAuthorOnlySoMuchIsPassedOn() {
        var announced = IntStream.range(0, 12)
                .mapToObj(i -> {
                    var note = elsewhere.note(name, node.videoAddress(), "<p>%d</p>".formatted(i));
                    var create = elsewhere.activity("Create", name, note);
                    say(create, "shown");
                    return create;
                })
                .filter(create -> !announcesOf(create).isEmpty())
                .toList();
        assertThat(shown()).hasSize(12);
        assertThat(announced).hasSize(10);
    }

    @Test
    void whatWasNeverPassedOnIsDeletedWithoutAWord() {
        var note = elsewhere.note(name, node.videoAddress(), "<p>psst</p>");
        say(elsewhere.activity("Create", name, note).put("bcc", "https://pond.example/users/ana"), "shown");
        var delete =
                elsewhere.activity("Delete", name, URI.create(note.path("id").asString()));
        say(delete, "an answer was deleted");
        assertThat(announcesOf(delete)).isEmpty();
    }

    @Test
    void whatWasPassedOnIsDeletedThereToo() {
        var note = elsewhere.note(name, node.videoAddress(), "<p>said too much</p>");
        say(elsewhere.activity("Create", name, note), "shown");
        var delete =
                elsewhere.activity("Delete", name, URI.create(note.path("id").asString()));
        say(delete, "an answer was deleted");
        assertThat(announcesOf(delete)).hasSize(1);
    }

    @Test
    void theNewestVersionOfAnAnswerIsShown() {
        var note = elsewhere.note(name, node.videoAddress(), "<p>one</p>");
        say(elsewhere.activity("Create", name, note), "shown");
        var second = note.deepCopy().put("content", "<p>two</p>").put("updated", "2026-11-25T11:00:00Z");
        say(elsewhere.activity("Update", name, second), "shown");
        var stale = note.deepCopy().put("content", "<p>stale</p>").put("updated", "2026-11-25T10:30:00Z");
        say(elsewhere.activity("Update", name, stale), "a newer version is known");
        assertThat(shown()).containsExactly("<p>two</p>");
    }

    @Test
    void whatIsDeletedDoesNotComeBack() {
        var note = elsewhere.note(name, node.videoAddress(), "<p>one</p>");
        var id = URI.create(note.path("id").asString());
        say(elsewhere.activity("Create", name, note), "shown");
        say(elsewhere.activity("Delete", name, id), "an answer was deleted");
        say(elsewhere.activity("Create", name, note), "it was deleted before it came");
        assertThat(shown()).isEmpty();
    }

    @Test
    void whatIsNotForEverybodyIsNotKept() {
        var note = elsewhere.note(name, node.videoAddress(), "<p>psst</p>");
        note.put("to", node.groupAddress().toString());
        say(elsewhere.activity("Create", name, note), "it is not for everybody");
        assertThat(shown()).isEmpty();
    }

    @Test
    void aTeamMayWantToReadAnswersFirst() {
        var rules = node.get(TeamRules.class);
        var team = node.house().team().id();
        rules.put(node.house().actor(), team, new TeamRule(false, true));
        try {
            var note = elsewhere.note(name, node.videoAddress(), "<p>wait</p>");
            say(elsewhere.activity("Create", name, note), "kept, and not shown");
            assertThat(shown()).isEmpty();
            assertThat(replies.waiting(node.house().actor(), team))
                    .singleElement()
                    .satisfies(reply -> assertThat(reply.authorHandle()).isEqualTo(name));
            var id = URI.create(note.path("id").asString());
            assertThat(replies.decide(node.house().actor(), id, ReplyState.SHOWN))
                    .isTrue();
            assertThat(shown()).containsExactly("<p>wait</p>");
            replies.decide(node.house().actor(), id, ReplyState.HIDDEN);
            assertThat(shown()).isEmpty();
        } finally {
            rules.put(node.house().actor(), team, TeamRule.OPEN);
        }
    }

    @Test
    void anAnswerFromALimitedHostWaits() {
        var note = elsewhere.note(name, node.videoAddress(), "<p>loud</p>");
        limited(() -> say(elsewhere.activity("Create", name, note), "kept, and not shown"));
        assertThat(shown()).isEmpty();
    }

    @Test
    void whatSomebodyElsePassesOnIsLookedUpWhereItIsFrom() {
        var note = elsewhere.note(name, node.videoAddress(), "<p>the real words</p>");
        elsewhere.show(URI.create(note.path("id").asString()), note);
        var altered = note.deepCopy().put("content", "<p>other words</p>");
        var create = elsewhere.activity("Create", name, altered);
        var passedOn = elsewhere.signed(node.inbox(), "relay", create.toString(), SignatureForm.CAVAGE);
        assertThat(elsewhere.send(passedOn)).isEqualTo(202);
        node.awaitOutcome(passedOnBy("relay", create), "shown");
        assertThat(shown()).containsExactly("<p>the real words</p>");
    }

    /** Under what it is filed. */
    private URI passedOnBy(String relay, ObjectNode activity) {
        var id = URI.create(activity.path("id").asString());
        return Arrival.place(id, elsewhere.actor(relay), Trust.PASSED_ON);
    }

    @Test
    void nobodyTakesThePlaceOfWhatIsYetToCome() {
        var note = elsewhere.note(name, node.videoAddress(), "<p>mine</p>");
        var create = elsewhere.activity("Create", name, note);
        var early = elsewhere.activity("Create", name, elsewhere.fresh());
        early.set("id", create.path("id"));
        var passedOn = elsewhere.signed(node.inbox(), "relay", early.toString(), SignatureForm.CAVAGE);
        assertThat(elsewhere.send(passedOn)).isEqualTo(202);
        node.awaitOutcome(passedOnBy("relay", early), "what it is about is not there any more");
        say(create, "shown");
        assertThat(shown()).containsExactly("<p>mine</p>");
    }

    @Test
    void ofWhoIsGoneNothingIsKept() {
        follow();
        say(elsewhere.activity("Create", name, elsewhere.note(name, node.videoAddress(), "<p>bye</p>")), "shown");
        say(elsewhere.activity("Delete", name, me()), "the actor is gone, and all that was kept of them");
        assertThat(node.followers()).doesNotContain(me());
        assertThat(shown()).isEmpty();
        say(elsewhere.activity("Follow", name, node.groupAddress()), "its actor is gone");
    }

    @Test
    void whoseKeyIsGoneWithThemIsBelievedToBeGone() {
        follow();
        node.client().sql("DELETE FROM inbox.remote_key").update();
        elsewhere.answer(me(), 410);
        var delete = elsewhere.activity("Delete", name, me());
        assertThat(elsewhere.post(node.inbox(), name, delete)).isEqualTo(202);
        node.awaitOutcome(passedOnBy(name, delete), "the actor is gone, and all that was kept of them");
        assertThat(node.followers()).doesNotContain(me());
    }

    @Test
    void aReportIsFiledForTheOperator() {
        var flag = elsewhere.activity("Flag", name, node.groupAddress()).put("content", "please look");
        say(flag, "filed for the operator");
        var reports = node.get(Reports.class);
        assertThat(reports.open(node.house().actor())).anySatisfy(report -> {
            assertThat(report.content()).isEqualTo("please look");
            assertThat(report.objects()).containsExactly(node.groupAddress());
            assertThat(reports.close(node.house().actor(), report.id())).isTrue();
        });
        assertThat(reports.open(node.house().actor())).isEmpty();
    }

    @Test
    void aRepeatIsAnsweredLikeTheFirstAndIsNothing() {
        var body = elsewhere.activity("Follow", name, node.groupAddress()).toString();
        var signed = elsewhere.signed(node.inbox(), name, body, SignatureForm.CAVAGE);
        int kept = node.kept();
        assertThat(elsewhere.send(signed)).isEqualTo(202);
        assertThat(elsewhere.send(signed)).isEqualTo(202);
        var anew = elsewhere.signed(node.sharedInbox(), name, body, SignatureForm.RFC9421);
        assertThat(elsewhere.send(anew)).isEqualTo(202);
        assertThat(node.kept()).isEqualTo(kept + 1);
    }

    @Test
    void viewersElsewhereAreCountedAsTheirInstanceSays() {
        var view = elsewhere
                .activity("View", name, node.videoAddress())
                .put(
                        "expires",
                        InstantSource.system()
                                .instant()
                                .plus(Duration.ofMinutes(2))
                                .toString());
        view.putObject("result").put("type", "InteractionCounter").put("userInteractionCount", 12);
        say(view, "counted");
        assertThat(node.get(RemoteViewers.class).of(node.video())).isEqualTo(12);
    }

    @Test
    void whatNobodyKnowsIsKeptAndIgnored() {
        say(elsewhere.activity("Dance", name, node.videoAddress()), "this node does not know Dance");
        say(elsewhere.activity("Follow", name, elsewhere.fresh()), "it is about nothing of this node");
        say(
                elsewhere.activity("Like", name, URI.create(node.videoAddress() + "0")),
                "it is about nothing of this node");
    }

    @Test
    void whoIsSuspendedIsForgotten() {
        follow();
        var policies = node.get(DomainPolicies.class);
        policies.put(Actor.SYSTEM, new DomainPolicy(THERE, Severity.SUSPEND, false, false, "", false));
        try {
            assertThat(node.followers()).isEmpty();
            assertThat(shown()).isEmpty();
            assertThat(elsewhere.post(node.inbox(), name, elsewhere.activity("Follow", name, node.groupAddress())))
                    .isEqualTo(403);
        } finally {
            policies.remove(Actor.SYSTEM, THERE);
        }
    }

    private void limited(Runnable meanwhile) {
        var policies = node.get(DomainPolicies.class);
        policies.put(Actor.SYSTEM, new DomainPolicy(THERE, Severity.LIMIT, false, false, "", false));
        try {
            meanwhile.run();
        } finally {
            policies.remove(Actor.SYSTEM, THERE);
        }
    }
}
