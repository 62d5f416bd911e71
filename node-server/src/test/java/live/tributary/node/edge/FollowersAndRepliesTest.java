// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.WebVisitor;
import live.tributary.node.fixtures.WebVisitor.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/** What a team decides about those elsewhere, on its page in the studio. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowersAndRepliesTest {

    private static final String PATH = "/studio/fediverse";
    private static final String EVA = "https://pond.example/users/eva";
    private static final String ANSWER = "https://pond.example/notes/1";

    private final FederatedNode node;
    private final WebVisitor owner;
    private final WebVisitor stranger;

    FollowersAndRepliesTest(TestDatabase database, @TempDir Path data) {
        node = FederatedNode.start(database, data);
        owner = new WebVisitor(node.node().web());
        owner.logIn(House.OWNER, House.PASSWORD);
        stranger = new WebVisitor(node.node().web());
        node.client().sql("""
                INSERT INTO inbox.known_actor (id, host, type, handle, name, url, inbox, shared_inbox, fetched_at)
                VALUES (:id, 'pond.example', 'Person', 'eva', 'Eva Moor', 'https://pond.example/@eva',
                        :id || '/inbox', 'https://pond.example/inbox', now())""").param("id", EVA).update();
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void whoWaitsIsLetInAndRemoved() {
        node.client()
                .sql("""
                INSERT INTO fediverse.follower
                       (actor, follower, follow, inbox, shared_inbox, host, kind, state, asked_at)
                VALUES (:actor, :eva, :eva || '/follows/1', :eva || '/inbox', 'https://pond.example/inbox',
                        'pond.example', 'Person', 'PENDING', now())""")
                .param("actor", node.group().id().value())
                .param("eva", EVA)
                .update();
        var waiting = owner.get(PATH);
        assertThat(waiting.page().select("#waiting").text()).isEqualTo("One person waits for your answer");
        assertThat(waiting.page().select(".remote").text()).contains("Eva Moor").contains("@eva@pond.example");
        assertThat(waiting.page().select(".remote a").attr("href")).isEqualTo("https://pond.example/@eva");

        assertThat(decide(waiting, "approve").goesTo()).isEqualTo(PATH);
        var following = owner.get(PATH);
        assertThat(following.page().select("#waiting")).isEmpty();
        assertThat(following.page().select("#followers").text()).isEqualTo("One follower");
        assertThat(decide(following, "approve").status()).isEqualTo(404);

        assertThat(decide(following, "remove").goesTo()).isEqualTo(PATH);
        assertThat(owner.get(PATH).page().select("#followers").text()).isEqualTo("No followers");
    }

    @Test
    void aReplyWaitsIsShownAndHidden() {
        node.client()
                .sql("""
                INSERT INTO inbox.reply (id, video, team, author, host, in_reply_to, content, published,
                                         version_at, version, activity, may_pass_on, state, received_at)
                VALUES (:id, :video, :team, :eva, 'pond.example', :about, '<p>Is that <em>tide</em>?</p>', now(),
                        now(), '', :activity, false, 'WAITING', now())""")
                .param("id", ANSWER)
                .param("video", node.video())
                .param("team", node.house().team().id().value())
                .param("eva", EVA)
                .param("about", node.videoAddress().toString())
                .param("activity", "{}".getBytes(StandardCharsets.UTF_8))
                .update();
        assertThat(stranger.get("/@river/ada").body()).doesNotContain("tide");
        var waiting = owner.get(PATH);
        assertThat(waiting.page().select("#replies").text()).isEqualTo("One reply waits for you");

        var fields = Map.of("reply", ANSWER);
        assertThat(owner.submit(waiting, PATH + "/replies/show", fields).goesTo())
                .isEqualTo(PATH);
        var shown = stranger.get("/@river/ada").page();
        assertThat(shown.select(".replies .words em").text()).isEqualTo("tide");
        assertThat(shown.select(".replies form")).isEmpty();
        assertThat(shown.select("link[type=application/activity+json]").attr("href"))
                .isEqualTo(node.videoAddress().toString());

        var watching = owner.get("/@river/ada");
        assertThat(watching.page().select(".replies form")).hasSize(1);
        assertThat(owner.submit(watching, PATH + "/replies/hide", fields).goesTo())
                .isEqualTo(PATH);
        assertThat(stranger.get("/@river/ada").body()).doesNotContain("tide");
    }

    private Reply decide(Reply page, String verb) {
        var fields = Map.of("follower", EVA, "of", node.group().id().value());
        return owner.submit(page, PATH + "/followers/" + verb, fields);
    }
}
