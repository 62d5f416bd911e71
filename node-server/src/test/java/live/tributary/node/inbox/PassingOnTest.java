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
