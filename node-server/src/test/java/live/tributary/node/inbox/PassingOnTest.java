// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.nio.file.Path;
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
import live.tributary.node.blocks.Blocks;
import live.tributary.node.blocks.Ground;
import live.tributary.node.blocks.Stranger;
import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** Which answers a team passes on to its followers, and which it only shows. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PassingOnTest {

    private final Conversation talk;
    private final Elsewhere elsewhere;
    private final FederatedNode node;
    private final Replies replies;

    PassingOnTest(TestDatabase database, @TempDir Path data) {
        talk = new Conversation(database, data);
        elsewhere = talk.elsewhere;
        node = talk.node;
        replies = node.get(Replies.class);
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
    void anAnswerIsShownCleanAndPassedOnAsItCame() {
        talk.follow();
        var note = elsewhere.note(talk.name(), node.videoAddress(), "<p onclick=\"x()\">bravo <img src=x></p>");
        var create = elsewhere.activity("Create", talk.name(), note);
        talk.say(create, "shown");
        assertThat(talk.shown()).containsExactly("<p>bravo </p>");
        talk.awaitLetter("Announce", create.path("id").asString());
        assertThat(elsewhere.letters()).anySatisfy(letter -> assertThat(letter).contains(create.toString()));
    }

    @Test
    void whatNamesSomebodyInSecretIsShownAndNotPassedOn() {
        var note = elsewhere.note(talk.name(), node.videoAddress(), "<p>between us</p>");
        var create = elsewhere.activity("Create", talk.name(), note).put("bto", "https://pond.example/users/ana");
        talk.say(create, "shown");
        assertThat(announcesOf(create)).isEmpty();
    }

    @Test
    void whatWasUnderstoodInOtherWordsIsNotPassedOn() {
        var create = elsewhere.activity(
                "Create", talk.name(), elsewhere.note(talk.name(), node.videoAddress(), "<p>other</p>"));
        create.set("@context", JsonMapper.shared().readTree("""
                ["https://www.w3.org/ns/activitystreams", {"summary": "https://example.org/summary"}]"""));
        talk.say(create, "shown");
        assertThat(announcesOf(create)).isEmpty();
    }

    @Test
    void whatIsLargeIsShownAndNotPassedOn() {
        var note = elsewhere.note(talk.name(), node.videoAddress(), "<p>%s</p>".formatted("x".repeat(Said.MOST_BYTES)));
        var create = elsewhere.activity("Create", talk.name(), note);
        talk.say(create, "shown");
        assertThat(announcesOf(create)).isEmpty();
    }

    @Test
    void whatSomebodyElsePassedOnIsNotPassedOnFurtherWhenTheTeamShowsItEither() {
        var note = elsewhere.note(talk.name(), node.videoAddress(), "<p>from afar</p>");
        var id = URI.create(note.path("id").asString());
        elsewhere.show(id, note);
        var create = elsewhere.activity("Create", talk.name(), note);
        // In another form than its author's: with the one key that all have here, the same form would be the same
        // signature.
        var passedOn = elsewhere.signed(node.inbox(), "relay", create.toString(), SignatureForm.RFC9421);
        assertThat(elsewhere.send(passedOn)).isEqualTo(202);
        node.awaitOutcome(talk.passedOnBy("relay", create), "shown");
        replies.decide(node.house().actor(), id, ReplyState.HIDDEN);
        replies.decide(node.house().actor(), id, ReplyState.SHOWN);
        assertThat(announcesOf(create)).isEmpty();
        talk.say(create, "shown");
        assertThat(announcesOf(create)).hasSize(1);
    }

    @Test
    void whatIsHiddenAndShownAgainIsPassedOnOnce() {
        var note = elsewhere.note(talk.name(), node.videoAddress(), "<p>once</p>");
        var create = elsewhere.activity("Create", talk.name(), note);
        talk.say(create, "shown");
        var id = URI.create(note.path("id").asString());
        var owner = node.house().actor();
        replies.decide(owner, id, ReplyState.HIDDEN);
        assertThat(replies.decide(owner, id, ReplyState.SHOWN)).isTrue();
        assertThat(announcesOf(create)).hasSize(1);

        replies.decide(owner, id, ReplyState.HIDDEN);
        var again = note.deepCopy().put("content", "<p>changed</p>").put("updated", "2026-11-25T11:00:00Z");
        var update = elsewhere.activity("Update", talk.name(), again);
        talk.say(update, "kept, and not shown");
        var blocks = node.get(Blocks.class);
        var ground = new Ground.OfTeam(node.house().team().id());
        blocks.put(owner, ground, new Stranger.Somebody(talk.me()));
        assertThat(replies.decide(owner, id, ReplyState.SHOWN)).isTrue();
        assertThat(announcesOf(update)).as("its author is kept out").isEmpty();
        blocks.lift(owner, ground, new Stranger.Somebody(talk.me()));

        replies.decide(owner, id, ReplyState.HIDDEN);
        replies.decide(owner, id, ReplyState.SHOWN);
        assertThat(announcesOf(update)).hasSize(1);
        talk.say(elsewhere.activity("Delete", talk.name(), id), "an answer was deleted");
        assertThat(replies.decide(owner, id, ReplyState.SHOWN)).isFalse();
    }

    @Test
    void anAnswerThatChangesAgainIsNotPassedOnAgainSoSoon() {
        var note = elsewhere.note(talk.name(), node.videoAddress(), "<p>one</p>");
        var create = elsewhere.activity("Create", talk.name(), note);
        talk.say(create, "shown");
        var second = note.deepCopy().put("content", "<p>two</p>").put("updated", "2026-11-25T11:00:00Z");
        var update = elsewhere.activity("Update", talk.name(), second);
        talk.say(update, "shown");
        assertThat(announcesOf(create)).hasSize(1);
        assertThat(announcesOf(update)).isEmpty();
    }

    @Test
    void ofOneAuthorOnlySoMuchIsPassedOn() {
        var announced = IntStream.range(0, 12)
                .mapToObj(i -> {
                    var note = elsewhere.note(talk.name(), node.videoAddress(), "<p>%d</p>".formatted(i));
                    var create = elsewhere.activity("Create", talk.name(), note);
                    talk.say(create, "shown");
                    return create;
                })
                .filter(create -> !announcesOf(create).isEmpty())
                .toList();
        assertThat(talk.shown()).hasSize(12);
        assertThat(announced).hasSize(10);
    }

    @Test
    void whatWasNeverPassedOnIsDeletedWithoutAWord() {
        var note = elsewhere.note(talk.name(), node.videoAddress(), "<p>psst</p>");
        talk.say(elsewhere.activity("Create", talk.name(), note).put("bcc", "https://pond.example/users/ana"), "shown");
        var delete = elsewhere.activity(
                "Delete", talk.name(), URI.create(note.path("id").asString()));
        talk.say(delete, "an answer was deleted");
        assertThat(announcesOf(delete)).isEmpty();
    }

    @Test
    void whatWasPassedOnIsDeletedThereToo() {
        var note = elsewhere.note(talk.name(), node.videoAddress(), "<p>said too much</p>");
        talk.say(elsewhere.activity("Create", talk.name(), note), "shown");
        var delete = elsewhere.activity(
                "Delete", talk.name(), URI.create(note.path("id").asString()));
        talk.say(delete, "an answer was deleted");
        assertThat(announcesOf(delete)).hasSize(1);
    }

    @Test
    void aLikeAndItsEndArePassedOnToThoseWhoReadNothingElseOfAGroup() {
        talk.follow();
        runs("lemmy");
        var like = elsewhere.activity("Like", talk.name(), node.videoAddress());
        talk.say(like, "counted");
        talk.awaitLetter("Announce", like.path("id").asString());
        assertThat(elsewhere.letters()).anySatisfy(letter -> assertThat(letter).contains(like.toString()));
        var again = elsewhere.activity("Like", talk.name(), node.videoAddress());
        talk.say(again, "counted");
        assertThat(announcesOf(again)).as("it is liked already").isEmpty();

        var first = elsewhere.activity("Undo", talk.name(), like);
        talk.say(first, "taken back");
        assertThat(announcesOf(first)).as("it is liked still").isEmpty();
        var last = elsewhere.activity("Undo", talk.name(), again);
        talk.say(last, "taken back");
        talk.awaitLetter("Announce", last.path("id").asString());
    }

    @Test
    void aBoostIsNotPassedOnAndNoLikeWhoseEndCameBefore() {
        talk.follow();
        runs("lemmy");
        var boost = elsewhere.activity("Announce", talk.name(), node.videoAddress());
        talk.say(boost, "counted");
        var like = elsewhere.activity("Like", talk.name(), node.videoAddress());
        talk.say(elsewhere.activity("Undo", talk.name(), like), "taken back");
        talk.say(like, "counted");
        assertThat(announcesOf(like)).isEmpty();
        assertThat(announcesOf(boost).stream()
                        .filter(document -> document.contains(node.group().id().value())))
                .isEmpty();
    }

    @Test
    void nobodyElseHearsOfALike() {
        talk.follow();
        runs("mastodon");
        var like = elsewhere.activity("Like", talk.name(), node.videoAddress());
        talk.say(like, "counted");
        assertThat(announcesOf(like)).isEmpty();
    }

    @Test
    void whatNobodyHearsOfDoesNotCount() {
        talk.follow();
        runs("mastodon");
        IntStream.range(0, PassingOn.MOST_OF_AUTHOR + 1).forEach(_ -> {
            var like = elsewhere.activity("Like", talk.name(), node.videoAddress());
            talk.say(like, "counted");
            talk.say(elsewhere.activity("Undo", talk.name(), like), "taken back");
        });
        var create = elsewhere.activity(
                "Create", talk.name(), elsewhere.note(talk.name(), node.videoAddress(), "<p>heard</p>"));
        talk.say(create, "shown");
        assertThat(announcesOf(create)).hasSize(1);
    }

    @Test
    void ofOneAuthorOnlySoManyLikesArePassedOn() {
        talk.follow();
        runs("lemmy");
        var announced = IntStream.range(0, PassingOn.MOST_OF_AUTHOR + 2)
                .filter(_ -> {
                    var like = elsewhere.activity("Like", talk.name(), node.videoAddress());
                    talk.say(like, "counted");
                    boolean isPassedOn = !announcesOf(like).isEmpty();
                    talk.say(elsewhere.activity("Undo", talk.name(), like), "taken back");
                    return isPassedOn;
                })
                .count();
        assertThat(announced).isEqualTo(PassingOn.MOST_OF_AUTHOR);
        var create = elsewhere.activity(
                "Create", talk.name(), elsewhere.note(talk.name(), node.videoAddress(), "<p>one more</p>"));
        talk.say(create, "shown");
        assertThat(announcesOf(create)).as("what is written counts, too").isEmpty();
    }

    /** What those say who follow from elsewhere. */
    private void runs(String software) {
        node.client()
                .sql("""
                INSERT INTO fediverse.host (name, breaker, failures, failing_since, probe_at, signature,
                                            signature_held, software, asked_at)
                VALUES (:host, 'CLOSED', 0, 'epoch', 'epoch', 'CAVAGE', 'epoch', :software, now())
                    ON CONFLICT (name) DO UPDATE SET software = excluded.software, asked_at = excluded.asked_at""")
                .param("host", elsewhere.at("/").getAuthority())
                .param("software", software)
                .update();
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
}
