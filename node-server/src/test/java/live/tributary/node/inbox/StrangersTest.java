// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.node.blocks.Block;
import live.tributary.node.blocks.Blocking;
import live.tributary.node.blocks.Blocks;
import live.tributary.node.blocks.Ground;
import live.tributary.node.blocks.Stranger;
import live.tributary.node.complaints.Complaints;
import live.tributary.node.domains.DomainName;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.Deliveries;
import live.tributary.node.fediverse.Followers;
import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.kernel.AccountId;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.kernel.TeamId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a team does about strangers: it keeps them out. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StrangersTest {

    private static final Stranger SERVER = new Stranger.Server(Conversation.THERE);
    private static final String TURNED_AWAY = "is kept out by whom they want to follow";

    private final Conversation talk;
    private final Elsewhere elsewhere;
    private final FederatedNode node;
    private final Blocks blocks;
    private final Complaints complaints;
    private final Actor owner;
    private final TeamId team;
    private final Ground ofNode;
    private final Ground ofTeam;
    private final Ground ofMember;

    StrangersTest(TestDatabase database, @TempDir Path data) {
        talk = new Conversation(database, data);
        elsewhere = talk.elsewhere;
        node = talk.node;
        blocks = node.get(Blocks.class);
        complaints = node.get(Complaints.class);
        owner = node.house().actor();
        team = node.house().team().id();
        ofNode = new Ground.OfNode();
        ofTeam = new Ground.OfTeam(team);
        ofMember = new Ground.OfMember(team, node.house().seat().id());
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

    private Stranger me() {
        return new Stranger.Somebody(talk.me());
    }

    private void block(Ground ground, Stranger stranger) {
        assertThat(blocks.put(owner, ground, stranger)).isEqualTo(Blocking.DONE);
    }

    private void whileBlocked(Ground ground, Stranger stranger, Runnable meanwhile) {
        block(ground, stranger);
        try {
            meanwhile.run();
        } finally {
            assertThat(blocks.lift(owner, ground, stranger)).isTrue();
        }
    }

    @Test
    void aFollowerWhoIsBlockedFollowsNoMoreAndIsTold() {
        var follow = talk.follow();
        whileBlocked(ofTeam, me(), () -> {
            assertThat(node.followers()).doesNotContain(talk.me());
            talk.awaitLetter("Reject", follow.toString());
            var again = elsewhere.activity("Follow", talk.name(), node.groupAddress());
            talk.say(again, TURNED_AWAY);
            talk.awaitLetter("Reject", again.path("id").asString());
        });
        assertThat(node.followers()).as("nobody is brought back").doesNotContain(talk.me());
        talk.follow();
        assertThat(node.followers()).contains(talk.me());
    }

    @Test
    void whoWasBlockedWhileTheyBlockedTheTeamIsNotBroughtBackByTheirForgiveness() {
        talk.follow();
        var theirBlock = elsewhere.activity("Block", talk.name(), node.groupAddress());
        talk.say(theirBlock, "follows no more");
        whileBlocked(ofTeam, me(), () -> {
            talk.say(elsewhere.activity("Undo", talk.name(), theirBlock), TURNED_AWAY);
            assertThat(node.followers()).doesNotContain(talk.me());
        });
    }

    @Test
    void nothingComesInFromAServerThatIsBlocked() {
        talk.follow();
        whileBlocked(ofTeam, SERVER, () -> {
            assertThat(node.followers()).isEmpty();
            talk.say(elsewhere.activity("Follow", talk.name(), node.groupAddress()), TURNED_AWAY);
            talk.answer("<p>hello?</p>", "its author is kept out");
            talk.say(elsewhere.activity("Like", talk.name(), node.videoAddress()), "whoever it is from is kept out");
            talk.say(
                    elsewhere.activity("Announce", talk.name(), node.videoAddress()), "whoever it is from is kept out");
        });
        assertThat(talk.shown()).isEmpty();
        assertThat(node.get(TieStore.class).holding(TieKind.LIKE, talk.me(), node.videoAddress()))
                .isEmpty();
    }

    @Test
    void whatTheyWroteIsSeenAgainWhenTheyAreLetIn() {
        var note = elsewhere.note(talk.name(), node.videoAddress(), "<p>one</p>");
        talk.say(elsewhere.activity("Create", talk.name(), note), "shown");
        whileBlocked(ofTeam, me(), () -> {
            assertThat(talk.shown()).isEmpty();
            var second = note.deepCopy().put("content", "<p>two</p>").put("updated", "2026-11-25T11:00:00Z");
            talk.say(elsewhere.activity("Update", talk.name(), second), "kept, and not shown");
            assertThat(talk.shown()).isEmpty();
        });
        assertThat(talk.shown()).containsExactly("<p>two</p>");
    }

    @Test
    void whatWaitsOrIsHiddenIsNotSeenEither() {
        var replies = node.get(Replies.class);
        var hidden = talk.answer("<p>hide me</p>", "shown");
        replies.decide(owner, hidden, ReplyState.HIDDEN);
        assertThat(replies.hidden(owner, team)).extracting(Reply::id).contains(hidden);
        whileBlocked(
                ofTeam, SERVER, () -> assertThat(replies.hidden(owner, team)).isEmpty());
        whileBlocked(
                ofMember,
                me(),
                () -> assertThat(replies.hidden(owner, team))
                        .extracting(Reply::id)
                        .doesNotContain(hidden));
        replies.decide(owner, hidden, ReplyState.SHOWN);
        assertThat(talk.shown()).containsExactly("<p>hide me</p>");
    }

    @Test
    void whomAMemberKeepsOutTakesNobodysPlace() {
        var replies = node.get(Replies.class);
        var hidden = talk.answer("<p>hide me</p>", "shown");
        replies.decide(owner, hidden, ReplyState.HIDDEN);
        talk.meet();
        talk.answer("<p>loud</p>", "shown");
        node.client()
                .sql("""
                INSERT INTO inbox.reply (id, video, team, author, host, in_reply_to, content, published,
                                         version_at, version, activity, may_pass_on, state, received_at)
                SELECT :author || '/loud/' || place, :video, :team, :author, '127.0.0.1', '', '', now(),
                       now(), '', '', false, 'HIDDEN', now() + interval '1 hour'
                  FROM generate_series(1, :most) AS place""")
                .param("author", talk.me().toString())
                .param("video", node.video())
                .param("team", team.value())
                .param("most", Replies.MOST_SHOWN)
                .update();
        whileBlocked(
                ofMember,
                me(),
                () -> assertThat(replies.hidden(owner, team))
                        .extracting(Reply::id)
                        .contains(hidden));
        node.client().sql("DELETE FROM inbox.reply WHERE in_reply_to = ''").update();
    }

    @Test
    void aMemberKeepsPeopleOutOfWhatIsTheMembersOwn() {
        var person = node.get(Addresses.class)
                .of(node.get(Actors.class).person(node.house().seat().id()).orElseThrow());
        talk.say(elsewhere.activity("Follow", talk.name(), person), "follows");
        whileBlocked(ofMember, me(), () -> {
            talk.say(elsewhere.activity("Follow", talk.name(), person), TURNED_AWAY);
            talk.answer("<p>hello?</p>", "its author is kept out");
            talk.follow();
        });
        assertThat(node.followers()).contains(talk.me());
    }

    @Test
    void whomTheNodeKeepsOutIsKeptOutOfEverything() {
        talk.follow();
        var application = node.get(Addresses.class).node();
        var itself = node.get(Actors.class).node().orElseThrow().id();
        talk.say(elsewhere.activity("Follow", talk.name(), application), "follows");
        whileBlocked(ofNode, me(), () -> {
            assertThat(node.followers()).doesNotContain(talk.me());
            assertThat(node.get(Followers.class).find(itself, talk.me())).isEmpty();
            talk.say(elsewhere.activity("Follow", talk.name(), node.groupAddress()), TURNED_AWAY);
            talk.say(elsewhere.activity("Follow", talk.name(), application), TURNED_AWAY);
            talk.answer("<p>hello?</p>", "its author is kept out");
            talk.say(elsewhere.activity("Like", talk.name(), node.videoAddress()), "whoever it is from is kept out");
            assertThat(blocks.of(owner, ofTeam))
                    .as("it is not the team's to lift")
                    .isEmpty();
        });
        talk.follow();
    }

    @Test
    void onlyWhoseGroundItIsBlocks() {
        var stranger = new Actor.SignedIn(AccountId.next(Instant.EPOCH), false);
        assertThatThrownBy(() -> blocks.put(stranger, ofTeam, me())).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> blocks.put(stranger, ofNode, me())).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> blocks.lift(stranger, ofMember, me())).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> blocks.of(Actor.ANONYMOUS, ofTeam)).isInstanceOf(NotAllowedException.class);
        var ofAnother = new Ground.OfMember(
                new TeamId(new UUID(0, 0)), node.house().seat().id());
        assertThatThrownBy(() -> blocks.put(owner, ofAnother, me())).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> complaints.send(stranger, team, talk.me(), List.of(), "no"))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void whoeverBlocksTwiceBlocksOnceAndNotWithoutEnd() {
        whileBlocked(ofTeam, me(), () -> {
            block(ofTeam, me());
            assertThat(blocks.of(owner, ofTeam)).extracting(Block::stranger).containsOnlyOnce(me());
        });
        node.client().sql("""
                INSERT INTO blocks.block (team, target, kind, blocked_at)
                SELECT :team, 'https://pond.example/' || place, 'SOMEBODY', now() FROM generate_series(1, 1000) AS place""").param("team", team.value()).update();
        assertThat(blocks.put(owner, ofTeam, me())).isEqualTo(Blocking.TOO_MANY);
        node.client().sql("DELETE FROM blocks.block").update();
    }

    @Test
    void aServerWithMoreFollowersThanTheDatabaseHasLocksIsBlocked() {
        var client = node.client();
        client.sql("""
                INSERT INTO fediverse.follower
                       (actor, follower, follow, inbox, shared_inbox, host, kind, state, asked_at)
                SELECT :actor, 'https://big.example/' || place, 'https://big.example/follows/' || place,
                       'https://big.example/inbox', 'https://big.example/inbox', 'big.example', 'Person', 'ACCEPTED', now()
                  FROM generate_series(1, 20000) AS place""").param("actor", node.group().id().value()).update();
        client.sql("""
                INSERT INTO inbox.tie (actor, activity, kind, object, made)
                SELECT follower, follow, 'FOLLOW', :team, 1 FROM fediverse.follower WHERE host = 'big.example'""").param("team", node.groupAddress().toString()).update();
        client.sql("""
                INSERT INTO inbox.known_actor (id, host, type, handle, name, url, inbox, shared_inbox, fetched_at)
                SELECT follower, host, kind, '', '', follower, follower || '/inbox', inbox, now()
                  FROM fediverse.follower WHERE host = 'big.example'""").update();
        whileBlocked(ofTeam, new Stranger.Server(new DomainName("big.example")), () -> {
            assertThat(node.followers()).noneMatch(one -> one.getHost().equals("big.example"));
            assertThat(client.sql("SELECT count(*) FROM fediverse.activity WHERE convert_from(document, 'UTF8') LIKE "
                                    + "'%https://big.example/%'")
                            .query(Integer.class)
                            .single())
                    .as("those who are told")
                    .isEqualTo(Evictions.MOST_TOLD);
            assertThat(client.sql(
                                    "SELECT count(*) FROM inbox.tie WHERE actor LIKE 'https://big.example/%' AND undone IS NULL")
                            .query(Integer.class)
                            .single())
                    .isZero();
        });
        client.sql("DELETE FROM inbox.tie WHERE actor LIKE 'https://big.example/%'")
                .update();
        client.sql("DELETE FROM inbox.known_actor WHERE host = 'big.example'").update();
        node.get(Deliveries.class).drop(Actor.SYSTEM, "big.example");
    }

    @Test
    void whatReadsLikeAServerDoesNotStandForIt() {
        whileBlocked(ofTeam, new Stranger.Somebody(URI.create(SERVER.text())), () -> {
            assertThat(blocks.keepOut(talk.me(), ofTeam)).isFalse();
            whileBlocked(
                    ofTeam,
                    SERVER,
                    () -> assertThat(blocks.keepOut(talk.me(), ofTeam)).isTrue());
        });
    }

    @Test
    void parallelBlocksDoNotPassTheLimit() throws Exception {
        node.client().sql("""
                INSERT INTO blocks.block (team, target, kind, blocked_at)
                SELECT :team, 'https://pond.example/' || place, 'SOMEBODY', now() FROM generate_series(1, 999) AS place""").param("team", team.value()).update();
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var wishes = IntStream.range(0, 8)
                    .mapToObj(place -> new Stranger.Somebody(URI.create("https://sea.example/" + place)))
                    .map(stranger -> (Callable<Blocking>) () -> blocks.put(owner, ofTeam, stranger))
                    .toList();
            assertThat(both.invokeAll(wishes).stream().map(Future::resultNow).filter(Blocking.DONE::equals))
                    .hasSize(1);
        }
        node.client().sql("DELETE FROM blocks.block").update();
    }
}
