// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.Neighbour;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.WebVisitor;
import live.tributary.node.fixtures.WebVisitor.Reply;
import live.tributary.node.kernel.DisplayName;
import live.tributary.node.kernel.Handle;
import live.tributary.node.team.Hue;
import live.tributary.node.team.Mark;
import live.tributary.node.team.NewTeam;
import live.tributary.node.team.Teams;

import static org.assertj.core.api.Assertions.assertThat;

/** What a team decides about those elsewhere, on its page in the studio. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowersAndRepliesTest {

    private static final String PATH = "/studio/fediverse";
    private static final String MODERATION = "/studio/fediverse/moderation";
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
                INSERT INTO inbox.known_actor
                       (id, host, type, handle, confirmed_name, name, url, inbox, shared_inbox, fetched_at)
                VALUES (:id, 'pond.example', 'Person', 'eva', '@Eva@pond.example', 'Eva Moor', 'https://pond.example/c/eva',
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
        assertThat(waiting.page().select(".remote").text()).contains("Eva Moor").contains("@Eva@pond.example");
        assertThat(waiting.page().select(".remote a").attr("href")).isEqualTo("https://pond.example/c/eva");

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
        assertThat(watching.page().select(".replies form").eachAttr("action"))
                .containsExactly(PATH + "/replies/hide", MODERATION + "/block");
        assertThat(owner.submit(watching, PATH + "/replies/hide", fields).goesTo())
                .isEqualTo(PATH);
        assertThat(stranger.get("/@river/ada").body()).doesNotContain("tide");

        var moderation = owner.get(MODERATION);
        assertThat(moderation.page().select("#hidden").text()).isEqualTo("One hidden reply");
        assertThat(owner.submit(moderation, PATH + "/replies/show-again", fields)
                        .goesTo())
                .isEqualTo(MODERATION);
        assertThat(owner.get(MODERATION).page().select("#hidden").text()).isEqualTo("No hidden replies");
        assertThat(stranger.get("/@river/ada").body()).contains("tide");
        node.client().sql("DELETE FROM inbox.reply").update();
    }

    @ParameterizedTest
    @CsvSource({
        "@eva@pond.example, https://pond.example/users/eva",
        "https://pond.example/@eva, https://pond.example/users/eva",
        "https://pond.example/users/eva, https://pond.example/users/eva",
        "https://pond.example/c/eva, https://pond.example/users/eva",
        "pond.example, pond.example",
        "https://Pond.example:8443/, pond.example",
        "bücher.example, xn--bcher-kva.example",
        "deep_pond.example, deep_pond.example"
    })
    void whoIsNamedIsBlockedAndLetInAgain(String typed, String target) {
        var page = owner.get(MODERATION);
        assertThat(page.page().select("#blocked").text()).isEqualTo("Nobody is blocked");
        var block = Map.of("team", "river", "stranger", typed, "ground", "own");
        assertThat(owner.submit(page, MODERATION + "/block", block).goesTo()).isEqualTo(MODERATION);
        var blocked = owner.get(MODERATION);
        assertThat(blocked.page().select("#blocked").text()).isEqualTo("One block");
        assertThat(blocked.page()
                        .select("form[action$=/unblock] [name=stranger]")
                        .val())
                .isEqualTo(target);
        var unblock = Map.of("team", "river", "stranger", target, "ground", "own");
        assertThat(owner.submit(blocked, MODERATION + "/unblock", unblock).goesTo())
                .isEqualTo(MODERATION);
        assertThat(owner.submit(blocked, MODERATION + "/unblock", unblock).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "@@, Write an account such as",
        "@eva@nobody.invalid, Nobody was found",
        "https://nobody.invalid/users/eva, Nobody was found"
    })
    void saysWhyNobodyIsBlocked(String typed, String sentence) {
        var block = Map.of("team", "river", "stranger", typed, "ground", "team");
        var reply = owner.submit(owner.get(MODERATION), MODERATION + "/block", block);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().select("#f-stranger-error").text()).startsWith(sentence);
        assertThat(reply.page().select("#f-stranger").val()).isEqualTo(typed);
    }

    @Test
    void whoFollowsIsBlockedByAButtonAndReported() {
        var block = Map.of("team", "river", "account", EVA, "ground", "team");
        assertThat(owner.submit(owner.get(MODERATION), MODERATION + "/block", block)
                        .goesTo())
                .isEqualTo(MODERATION);
        assertThat(owner.get(MODERATION).page().select(".remote").text()).contains("Eva Moor");
        node.client().sql("DELETE FROM blocks.block").update();

        var form = owner.get(MODERATION + "/report?team=river&account=" + EVA);
        assertThat(form.page().select("#words").text()).isEqualTo("To the moderators of pond.example");
        var report = MODERATION + "/report";
        assertThat(owner.submit(form, report, Map.of("team", "river", "account", EVA, "words", " "))
                        .page()
                        .select("#f-words-error")
                        .text())
                .startsWith("Write what happened");
        assertThat(owner.submit(form, report, Map.of("team", "river", "account", EVA, "words", "Sells boats."))
                        .goesTo())
                .isEqualTo(MODERATION);
        var sent = owner.get(MODERATION).page();
        assertThat(sent.select("#sent").text()).isEqualTo("One report sent");
        assertThat(sent.select("section:has(#sent) td.start").eachText()).containsExactly("Sells boats.", "On its way");
        assertThat(stranger.get(MODERATION).goesTo()).isEqualTo("/login");
    }

    @Test
    void theOwnerOfTheNodeBlocksForAllOfIt() {
        var page = owner.get(MODERATION);
        var block = Map.of("team", "river", "stranger", EVA, "ground", "node");
        assertThat(owner.submit(page, MODERATION + "/block", block).goesTo()).isEqualTo(MODERATION);
        var blocked = owner.get(MODERATION);
        assertThat(blocked.page().select("#blocked").text()).isEqualTo("One block");
        assertThat(blocked.page().select("tr:has(form[action$=/unblock])").text())
                .contains("Everything on this server");
        var unblock = Map.of("team", "river", "stranger", EVA, "ground", "node");
        assertThat(owner.submit(blocked, MODERATION + "/unblock", unblock).goesTo())
                .isEqualTo(MODERATION);
        assertThat(owner.submit(blocked, MODERATION + "/block", Map.of("team", "river", "stranger", EVA))
                        .status())
                .as("it says not out of what")
                .isEqualTo(400);
    }

    @Test
    void thePageOfAnAccountStandsForTheAccount() {
        try (var neighbour = new Neighbour()) {
            var mia = """
                    {"@context": "https://www.w3.org/ns/activitystreams", "type": "Person", "id": "%1$s",
                     "preferredUsername": "mia", "inbox": "%1$s/inbox"}""".formatted(neighbour.at("/accounts/mia"));
            neighbour.says("/a/mia", "application/activity+json", mia);
            neighbour.says("/accounts/mia", "application/activity+json", mia);
            var page = owner.get(MODERATION);
            var block = Map.of(
                    "team",
                    "river",
                    "ground",
                    "own",
                    "stranger",
                    neighbour.at("/a/mia").toString());
            assertThat(owner.submit(page, MODERATION + "/block", block).goesTo())
                    .isEqualTo(MODERATION);
            assertThat(blocked()).containsExactly(neighbour.at("/accounts/mia").toString());
        }
        node.client().sql("DELETE FROM blocks.block").update();
    }

    @Test
    void aNameThatTwoHaveIsLookedUp() {
        node.client().sql("""
                INSERT INTO inbox.known_actor
                       (id, host, type, handle, confirmed_name, name, url, inbox, shared_inbox, fetched_at)
                SELECT 'https://sea.invalid/' || place || '/main', 'sea.invalid', 'Group', 'main', '@main@sea.invalid', 'Main',
                       'https://sea.invalid/c/main', 'https://sea.invalid/inbox', 'https://sea.invalid/inbox', now()
                  FROM unnest(ARRAY['u', 'c']) AS place""").update();
        for (var typed : List.of("@main@sea.invalid", "https://sea.invalid/c/main")) {
            var block = Map.of("team", "river", "stranger", typed, "ground", "own");
            owner.submit(owner.get(MODERATION), MODERATION + "/block", block);
        }
        assertThat(blocked()).containsExactly("https://sea.invalid/c/main");
        node.client().sql("DELETE FROM blocks.block").update();
    }

    @Test
    void whatAButtonSaysIsForTheTeamOnWhosePageItStands() {
        var teams = node.get(Teams.class);
        var wish = new NewTeam(new Handle("delta"), new DisplayName("Delta"), new Mark("DE"), new Hue(30));
        teams.found(node.house().actor(), wish);
        var block = Map.of("team", "delta", "account", EVA, "ground", "team");
        owner.submit(owner.get(MODERATION), MODERATION + "/block", block);
        assertThat(owner.get(MODERATION)
                        .page()
                        .select("form[action$=/unblock] [name=team]")
                        .val())
                .as("where it leads")
                .isEqualTo("delta");
        owner.get("/studio/teams/river");
        var unblock = Map.of("team", "delta", "stranger", EVA, "ground", "team");
        owner.submit(owner.get(MODERATION), MODERATION + "/unblock", unblock);
        assertThat(owner.get(MODERATION).page().select(".brand-link").text()).contains("Delta");
        owner.get("/studio/teams/river");
        owner.submit(owner.get(MODERATION), MODERATION + "/block", block);
        assertThat(node.client()
                        .sql("SELECT team.handle FROM blocks.block JOIN team.team ON team.id = block.team")
                        .query(String.class)
                        .list())
                .containsExactly("delta");
        var nowhere = Map.of("team", "nowhere", "account", EVA, "ground", "team");
        assertThat(owner.submit(owner.get(MODERATION), MODERATION + "/block", nowhere)
                        .status())
                .isEqualTo(403);
        var form = owner.get(MODERATION + "/report?team=delta&account=" + EVA).page();
        assertThat(form.select("form [name=team]").val()).isEqualTo("delta");
        assertThat(owner.get(MODERATION + "/report?account=" + EVA).status()).isEqualTo(403);
        node.client().sql("DELETE FROM blocks.block").update();
        owner.get("/studio/teams/river");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pond.example", "acct:eva@pond.example", "https://pond.example/ /", "LONG"})
    void onlyAnAddressStandsInTheFormOfAButton(String account) {
        var sent = account.replace("LONG", "https://pond.example/" + "x".repeat(2_000));
        var block = Map.of("team", "river", "account", sent, "ground", "own");
        assertThat(owner.submit(owner.get(MODERATION), MODERATION + "/block", block)
                        .status())
                .isEqualTo(400);
        assertThat(blocked()).isEmpty();
    }

    private List<String> blocked() {
        return node.client()
                .sql("SELECT target FROM blocks.block")
                .query(String.class)
                .list();
    }

    private Reply decide(Reply page, String verb) {
        var fields = Map.of("follower", EVA, "of", node.group().id().value());
        return owner.submit(page, PATH + "/followers/" + verb, fields);
    }
}
