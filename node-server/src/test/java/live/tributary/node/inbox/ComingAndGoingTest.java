// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.domains.DomainPolicy;
import live.tributary.node.domains.Severity;
import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.kernel.Actor;

import static org.assertj.core.api.Assertions.assertThat;

/** Who elsewhere follows a team, and who does not any more: who takes it back, blocks it, is blocked, or is gone. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ComingAndGoingTest {

    private final Conversation talk;
    private final Elsewhere elsewhere;
    private final FederatedNode node;

    ComingAndGoingTest(TestDatabase database, @TempDir Path data) {
        talk = new Conversation(database, data);
        elsewhere = talk.elsewhere;
        node = talk.node;
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
    void whoAsksToFollowFollowsAndIsTold() {
        var follow = talk.follow();
        assertThat(node.followers()).contains(talk.me());
        talk.awaitLetter("Accept", follow.toString());
        talk.awaitLetter("Accept", "\"https://owncast.online/ns#streamStatus\":\"live\"");
    }

    @Test
    void whoAsksTwiceIsOneFollower() {
        talk.follow();
        var again = talk.follow();
        assertThat(node.followers()).containsOnlyOnce(talk.me());
        talk.awaitLetter("Accept", again.toString());
    }

    @Test
    void whoTakesItBackFollowsNoMore() {
        var follow = elsewhere.activity("Follow", talk.name(), node.groupAddress());
        talk.say(follow, "follows");
        talk.say(elsewhere.activity("Undo", talk.name(), follow), "follows no more");
        assertThat(node.followers()).doesNotContain(talk.me());
    }

    @Test
    void whoTakesItBackWithoutItsAddressFollowsNoMore() {
        talk.follow();
        ObjectNode nameless =
                elsewhere.activity("Follow", talk.name(), node.groupAddress()).without("id");
        talk.say(elsewhere.activity("Undo", talk.name(), nameless), "follows no more");
        assertThat(node.followers()).doesNotContain(talk.me());
    }

    /** Also of what was let in before the rules of who may say what were as they are. */
    @Test
    void nobodyTakesBackWhatAnotherDid() {
        talk.follow();
        ObjectNode nameless =
                elsewhere.activity("Follow", talk.name(), node.groupAddress()).without("id");
        var undo = elsewhere.activity("Undo", "mallory", nameless);
        var outcome = node.get(Handling.class).handle(received(undo, "mallory"));
        assertThat(outcome).isEqualTo(new Outcome.Done("what is taken back is somebody else's"));
        assertThat(node.followers()).contains(talk.me());
    }

    private Received received(ObjectNode activity, String from) {
        return new Received(
                URI.create(activity.path("id").asString()),
                Long.MAX_VALUE,
                Conversation.THERE.value(),
                elsewhere.actor(from),
                Trust.SIGNED,
                activity.toString().getBytes(StandardCharsets.UTF_8),
                InstantSource.system().instant(),
                1);
    }

    @Test
    void lemmyTakesBackWhatItNeverSaid() {
        talk.follow();
        var another = elsewhere.activity("Follow", talk.name(), node.groupAddress());
        talk.say(elsewhere.activity("Undo", talk.name(), another), "follows no more");
        talk.follow();
        assertThat(node.followers()).contains(talk.me());
    }

    @Test
    void whoBlocksATeamFollowsItNoMore() {
        talk.follow();
        talk.say(elsewhere.activity("Block", talk.name(), node.groupAddress()), "follows no more");
        assertThat(node.followers()).doesNotContain(talk.me());
    }

    @Test
    void aTeamMayWantToDecideWhoFollows() {
        var requests = node.get(FollowRequests.class);
        var rules = node.get(TeamRules.class);
        var of = node.group().id();
        rules.put(node.house().actor(), node.house().team().id(), new TeamRule(true, false));
        try {
            talk.say(elsewhere.activity("Follow", talk.name(), node.groupAddress()), "waits for the team to decide");
            assertThat(node.followers()).doesNotContain(talk.me());
            assertThat(requests.approve(node.house().actor(), of, talk.me())).isTrue();
            assertThat(requests.approve(node.house().actor(), of, talk.me())).isFalse();
            assertThat(node.followers()).contains(talk.me());
            talk.awaitLetter("Accept", talk.me().toString());
            assertThat(requests.refuse(node.house().actor(), of, talk.me())).isTrue();
            assertThat(node.followers()).doesNotContain(talk.me());
            talk.awaitLetter("Reject", talk.me().toString());
        } finally {
            rules.put(node.house().actor(), node.house().team().id(), TeamRule.OPEN);
        }
    }

    @Test
    void aFollowerOfALimitedHostWaits() {
        talk.whileLimited(() -> talk.say(
                elsewhere.activity("Follow", talk.name(), node.groupAddress()), "waits for the team to decide"));
        assertThat(node.followers()).doesNotContain(talk.me());
    }

    @Test
    void ofWhoIsGoneNothingIsKept() {
        talk.follow();
        talk.say(
                elsewhere.activity(
                        "Create", talk.name(), elsewhere.note(talk.name(), node.videoAddress(), "<p>bye</p>")),
                "shown");
        talk.say(
                elsewhere.activity("Delete", talk.name(), talk.me()),
                "the actor is gone, and all that was kept of them");
        assertThat(node.followers()).doesNotContain(talk.me());
        assertThat(talk.shown()).isEmpty();
        talk.say(elsewhere.activity("Follow", talk.name(), node.groupAddress()), "its actor is gone");
    }

    @Test
    void whoseKeyIsGoneWithThemIsBelievedToBeGone() {
        talk.follow();
        node.get(RecentKeys.class).removeOf(talk.me());
        elsewhere.answer(talk.me(), 410);
        var delete = elsewhere.activity("Delete", talk.name(), talk.me());
        assertThat(elsewhere.post(node.inbox(), talk.name(), delete)).isEqualTo(202);
        node.awaitOutcome(talk.passedOnBy(talk.name(), delete), "the actor is gone, and all that was kept of them");
        assertThat(node.followers()).doesNotContain(talk.me());
    }

    @Test
    void whoIsGoneIsGoneInWhateverWordsItIsSaid() {
        talk.follow();
        node.get(RecentKeys.class).removeOf(talk.me());
        elsewhere.answer(talk.me(), 410);
        var delete = inOtherWords(elsewhere.activity("Delete", talk.name(), talk.me()));
        assertThat(elsewhere.post(node.inbox(), talk.name(), delete)).isEqualTo(202);
        node.awaitOutcome(talk.passedOnBy(talk.name(), delete), "the actor is gone, and all that was kept of them");
        assertThat(node.followers()).doesNotContain(talk.me());
    }

    @Test
    void nobodyAsksForTheKeyOfWhoNeverWasHereAndIsGone() {
        var delete = inOtherWords(elsewhere.activity("Delete", talk.name(), talk.me()));
        assertThat(elsewhere.post(node.inbox(), talk.name(), delete)).isEqualTo(202);
        assertThat(node.client()
                        .sql("SELECT count(*) FROM inbox.remote_key WHERE id = :key")
                        .param("key", talk.me() + "#main-key")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static ObjectNode inOtherWords(ObjectNode activity) {
        activity.set("@context", JsonMapper.shared().readTree("""
                ["https://www.w3.org/ns/activitystreams", {"summary": "https://example.org/summary"}]"""));
        return activity;
    }

    @Test
    void whoIsSuspendedIsForgotten() {
        talk.follow();
        var policies = node.get(DomainPolicies.class);
        policies.put(Actor.SYSTEM, new DomainPolicy(Conversation.THERE, Severity.SUSPEND, false, false, "", false));
        try {
            assertThat(node.followers()).isEmpty();
            assertThat(talk.shown()).isEmpty();
            assertThat(elsewhere.post(
                            node.inbox(), talk.name(), elsewhere.activity("Follow", talk.name(), node.groupAddress())))
                    .isEqualTo(403);
        } finally {
            policies.remove(Actor.SYSTEM, Conversation.THERE);
        }
    }
}
