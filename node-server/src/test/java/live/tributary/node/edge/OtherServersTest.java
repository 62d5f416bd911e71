// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

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

import live.tributary.node.fixtures.Neighbour;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.RunningNode;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.WebVisitor;
import live.tributary.node.fixtures.WebVisitor.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/** What a node that is on the Fediverse shows of other servers, and to whom. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OtherServersTest {

    private static final String FOLLOW = "/@river/follow";
    private static final String MOVING = "/studio/fediverse/moving";
    private static final String LISTING = "/studio/listing";
    private static final String FOLLOWING = "/studio/fediverse/following";

    private final OpenHouse house;
    private final RunningNode node;
    private final WebVisitor owner;
    private final WebVisitor member;
    private final WebVisitor stranger;
    private final Neighbour neighbour;

    OtherServersTest(TestDatabase database, @TempDir Path data) {
        house = new OpenHouse(database, data);
        node = house.node;
        owner = house.owner;
        member = house.member;
        stranger = house.stranger;
        neighbour = house.neighbour;
    }

    @AfterAll
    void stop() {
        house.close();
    }

    @Test
    void aTeamIsFoundUnderItsAddressAndLooksLeaveNoCookie() {
        var team = stranger.get("/@river");
        assertThat(team.page().select("#team-address").val())
                .isEqualTo("@river@" + node.web().getAuthority());
        assertThat(team.page().select("link[type=application/activity+json]").attr("href"))
                .startsWith(node.web() + "/ap/g/");
        assertThat(team.page().select("a[href=/@river/follow]")).hasSize(1);
        var watch = stranger.get("/@river/ada");
        assertThat(watch.page().select("meta[name=fediverse:creator]").attr("content"))
                .isEqualTo("@ada@" + node.web().getAuthority());
        assertThat(watch.page().select("link[type=application/activity+json]").attr("href"))
                .startsWith(node.web() + "/ap/p/");
        assertThat(team.header("Set-Cookie")).isEmpty();
        assertThat(watch.header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"@eva@%s", "eva@%s", "http://%s/@eva", " @eva@%s "})
    void sendsAVisitorToTheirOwnServerToFollow(String typed) {
        neighbour.knows("eva", """
                , {"rel": "http://ostatus.org/schema/1.0/subscribe", "template": "%s"}""".formatted(neighbour.at("/authorize?uri=") + "{uri}"));
        var reply = follow(typed.formatted(neighbour.name()));
        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.goesTo())
                .startsWith(
                        neighbour.at("/authorize?uri=http%3A%2F%2Flocalhost%3A").toString());
        assertThat(reply.goesTo()).contains("%2Fap%2Fg%2F");
    }

    @Test
    void askAServerAloneForItsOwnActor() {
        neighbour.knows(neighbour.name(), "");
        assertThat(error(follow(neighbour.name()))).startsWith("That server does not say how to follow");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eva | Write your handle",
                "@@ | Write your handle",
                "@eva@nobody.invalid | There is no server of this name",
            })
    void saysWhatIsWrongWithAnAccount(String typed, String sentence) {
        var reply = follow(typed);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(error(reply)).startsWith(sentence);
        assertThat(reply.page().select("#f-account").val()).isEqualTo(typed);
        assertThat(reply.page().select("#team-address").val()).startsWith("@river@");
    }

    @Test
    void saysThatAServerDoesNotKnowTheName() {
        try (var silent = new Neighbour()) {
            assertThat(error(follow("@eva@" + silent.name()))).startsWith("That server does not know this handle");
        }
    }

    @Test
    void doesNotAskAServerThatIsBlocked() {
        house.rule("blocked.example", "block");
        assertThat(error(follow("@eva@deep.blocked.example"))).startsWith("The owner of this node has blocked");
    }

    @Test
    void thereIsNoFollowingOfWhatIsNot() {
        assertThat(stranger.get("/@nobody/follow").status()).isEqualTo(404);
        assertThat(stranger.get(FOLLOW).header("Content-Security-Policy").orElse(""))
                .contains("form-action 'self' https:;");
    }

    @Test
    void aMemberSeesWhoFollowsAndNoForms() {
        var page = member.get("/studio/fediverse");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("main form[action^=/studio/fediverse]")).isEmpty();
        assertThat(page.page().select(".rail a[href=/studio/servers]")).isEmpty();
        assertThat(owner.get("/studio/fediverse").page().select("form[action=/studio/fediverse/wishes]"))
                .hasSize(1);
    }

    @Test
    void aMemberMovesAloneAndSeesNothingOfTheTeams() {
        assertThat(member.get(MOVING).status()).isEqualTo(403);
        var own = member.get(MOVING + "/me");
        assertThat(own.page().select("#own-address").val()).startsWith("@ben@");
        assertThat(own.page().select(".tabs, form[action$=/keys]")).isEmpty();
        neighbour.knows("benno", "");
        neighbour.says("/users/benno", "application/activity+json", account("benno", ""));
        var fields = Map.of("of", "me", "former", "@benno@" + neighbour.name());
        assertThat(member.submit(own, MOVING + "/former", fields).goesTo()).isEqualTo(MOVING + "/me");
        assertThat(member.get(MOVING + "/me").page().select(".former tbody tr").text())
                .contains("@benno@" + neighbour.name())
                .contains("Has not moved yet");
        assertThat(owner.get(MOVING).page().select(".former")).isEmpty();
    }

    @Test
    void aTeamSaysWhatItsCardShows() {
        assertThat(owner.get("/studio").page().select(".rail a[href=/studio/listing]"))
                .hasSize(1);
        var wrong = Map.of("consent", "open", "promise", "Clay, slowly", "tags", "a1 b2 c3 d4 e5 f6");
        var refused = owner.submit(owner.get(LISTING), LISTING, wrong);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#f-tags-error").text()).contains("five");
        assertThat(refused.page().select("#f-tags").val()).isEqualTo(wrong.get("tags"));
        assertThat(refused.page().select("#f-languages-error").text()).startsWith("Choose one to three");

        var said = Map.of(
                "consent",
                "open",
                "promise",
                "Clay, slowly",
                "tags",
                "#Pottery, glaze",
                "languages",
                "de",
                "labels",
                "loud");
        assertThat(owner.submit(owner.get(LISTING), LISTING, said).goesTo()).isEqualTo(LISTING);
        var page = owner.get(LISTING).page();
        assertThat(page.select("input[name=consent][checked]").val()).isEqualTo("open");
        assertThat(page.select("input[name=languages][checked]").val()).isEqualTo("de");
        assertThat(page.select(".roll-chips .chip").eachText()).containsExactly("pottery", "glaze", "German");
        assertThat(page.select("[aria-labelledby=preview] .pill").text()).contains("Sudden loud sounds");
    }

    @Test
    void datesAndSeatsComeAndGo() {
        var date = Map.of("title", "High water", "begins", "%d-12-31T19:00".formatted(OpenHouse.year()));
        assertThat(owner.submit(owner.get(LISTING), LISTING + "/dates", date).goesTo())
                .isEqualTo(LISTING);
        var late = owner.submit(
                owner.get(LISTING), LISTING + "/dates", Map.of("title", "Then", "begins", "1999-01-01T00:00"));
        assertThat(late.page().select("#f-begins-error").text()).startsWith("Write a time that is still to come");
        var seat = Map.of("role", "mod", "seat-languages", "de", "until", "%d-12-31".formatted(OpenHouse.year()));
        assertThat(owner.submit(owner.get(LISTING), LISTING + "/seats", seat).goesTo())
                .isEqualTo(LISTING);
        var nobody = owner.submit(owner.get(LISTING), LISTING + "/seats", Map.of("role", "m", "until", "soon"));
        assertThat(nobody.page().select("#f-role-error, #f-until-error")).hasSize(2);

        var page = owner.get(LISTING);
        var drops = Map.of("dates", "date", "seats", "seat");
        drops.forEach((list, field) -> {
            var fields = Map.of(
                    field, page.page().select("input[name=%s]".formatted(field)).val());
            var path = "%s/%s/drop".formatted(LISTING, list);
            assertThat(owner.submit(page, path, fields).goesTo()).isEqualTo(LISTING);
            assertThat(owner.submit(page, path, fields).status()).isEqualTo(404);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not a server | Write the name of a server",
                "nobody.invalid | There is no directory on that server",
                "%s | There is no directory on that server",
            })
    void saysWhatIsWrongWithADirectory(String typed, String sentence) {
        owner.submit(owner.get(LISTING), LISTING, Map.of("consent", "invited", "languages", "de"));
        var fields = Map.of("directory", typed.formatted(neighbour.name()));
        var reply = owner.submit(owner.get(LISTING), LISTING + "/directories", fields);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().select("#f-directory-error").text()).startsWith(sentence);
    }

    @Test
    void aTeamDoesNotAskItsOwnNode() {
        owner.submit(owner.get(LISTING), LISTING, Map.of("consent", "invited", "languages", "de"));
        var fields = Map.of("directory", node.web().toString());
        var reply = owner.submit(owner.get(LISTING), LISTING + "/directories", fields);
        assertThat(reply.page().select("#f-directory-error").text()).startsWith("This node keeps no directory");
    }

    @Test
    void aTeamMovesOnlyToAnAccountThatSaysThatItIsTheTeam() {
        neighbour.knows("delta", "");
        neighbour.says("/users/delta", "application/activity+json", account("delta", ""));
        var fields = Map.of("of", "team", "target", "@delta@" + neighbour.name());
        var refused = owner.submit(owner.get(MOVING), MOVING + "/leave", fields);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#f-target-error").text())
                .startsWith("That account does not name this one yet");
        assertThat(refused.page().select("#f-target").val()).isEqualTo(fields.get("target"));

        var team = stranger.get("/@river").page().select("link[type=application/activity+json]");
        neighbour.says("/users/delta", "application/activity+json", account("delta", team.attr("href")));
        assertThat(owner.submit(owner.get(MOVING), MOVING + "/leave", fields).goesTo())
                .isEqualTo(MOVING);
        assertThat(stranger.get("/@river").page().select(".hero .actions a").text())
                .isEqualTo(fields.get("target"));
        assertThat(owner.submit(owner.get(MOVING), MOVING + "/come-back", fields)
                        .goesTo())
                .isEqualTo(MOVING);
        assertThat(stranger.get("/@river").page().select(".hero .actions a").attr("href"))
                .isEqualTo(FOLLOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "river.example | Write an address such as",
                "@eva@nobody.invalid | There is no server of this name",
            })
    void saysWhatIsWrongWithAnAccountElsewhere(String typed, String sentence) {
        var reply = owner.submit(owner.get(MOVING), MOVING + "/former", Map.of("of", "team", "former", typed));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().select("#f-former-error").text()).startsWith(sentence);
    }

    /** Whose end is to come, if only just. */
    private String account(String name, String alsoKnownAs) {
        return """
                {"@context": "https://www.w3.org/ns/activitystreams", "type": "Person", "id": "%1$s/users/%2$s",
                 "preferredUsername": "%2$s", "inbox": "%1$s/users/%2$s/inbox", "alsoKnownAs": ["%3$s"]}""".formatted(neighbour.at(""), name, alsoKnownAs);
    }

    @Test
    void eachFollowsForWhomTheyMaySpeak() {
        assertThat(choices(owner)).containsExactly("team", "member", "node");
        assertThat(choices(member)).containsExactly("member");
        assertThat(stranger.get(FOLLOWING).goesTo()).isEqualTo("/login");
        for (var whose : List.of("team", "node")) {
            var pretence = Map.of("address", "@eva@" + neighbour.name(), "for", whose);
            assertThat(member.submit(member.get(FOLLOWING), FOLLOWING, pretence).status())
                    .isEqualTo(403);
        }
        assertThat(owner.submit(owner.get(FOLLOWING), FOLLOWING, Map.of("address", "eva", "for", "crowd"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whoIsFollowedIsListedUntilTheyAreNot() {
        neighbour.says("/users/eva", "application/activity+json", """
                {"@context": "https://www.w3.org/ns/activitystreams", "type": "Group", "id": "%1$s/users/eva",
                 "preferredUsername": "eva", "name": "Eva", "inbox": "%1$s/users/eva/inbox"}""".formatted(neighbour.at("")));
        var eva = neighbour.at("/users/eva").toString();
        var wish = Map.of("address", eva, "for", "member");
        assertThat(member.submit(member.get(FOLLOWING), FOLLOWING, wish).goesTo())
                .isEqualTo(FOLLOWING);
        var row = member.get(FOLLOWING).page().select("tbody tr");
        assertThat(row.select("b").text()).isEqualTo("Eva");
        assertThat(row.select(".tag").text()).isEqualTo("Asked");
        assertThat(owner.get(FOLLOWING).page().select("tbody tr")).isEmpty();

        var end = Map.of("followed", eva, "for", "member");
        assertThat(member.submit(member.get(FOLLOWING), FOLLOWING + "/end", end).goesTo())
                .isEqualTo(FOLLOWING);
        assertThat(member.submit(member.get(FOLLOWING), FOLLOWING + "/end", end).status())
                .isEqualTo(404);
        assertThat(member.get(FOLLOWING).page().select("tbody tr")).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithWhomToFollow() {
        var reply = owner.submit(owner.get(FOLLOWING), FOLLOWING, Map.of("address", "eva", "for", "team"));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().select("#f-address-error").text()).startsWith("Write a handle such as");
        assertThat(reply.page().select("#f-address").val()).isEqualTo("eva");
    }

    @Test
    void whoAsksTooOftenIsToldWhenToAskAgain() {
        var eager = house.invited("Cora", "cora");
        var page = eager.get(FOLLOWING);
        var wish = Map.of("address", "eva", "for", "member");
        for (int ask = 0; ask < 20; ask++) {
            eager.submit(page, FOLLOWING, wish);
        }
        var reply = eager.submit(page, FOLLOWING, wish);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().select("#f-address-error").text())
                .isEqualTo("You have asked to follow too many within an hour. Try again in 3 minutes.");
    }

    private static List<String> choices(WebVisitor visitor) {
        return visitor.get(FOLLOWING).page().select("main [name=for]").eachAttr("value");
    }

    @Test
    void aTeamMayLookFirst() {
        var page = owner.get("/studio/fediverse");
        assertThat(page.page().select("[name^=see-][checked]")).isEmpty();
        assertThat(owner.submit(page, "/studio/fediverse/wishes", Map.of("see-followers", "yes"))
                        .goesTo())
                .isEqualTo("/studio/fediverse");
        assertThat(owner.get("/studio/fediverse")
                        .page()
                        .select("[name^=see-][checked]")
                        .eachAttr("name"))
                .containsExactly("see-followers");
        owner.submit(page, "/studio/fediverse/wishes", Map.of());
        assertThat(owner.get("/studio/fediverse").page().select("[name^=see-][checked]"))
                .isEmpty();
    }

    private Reply follow(String typed) {
        return stranger.submit(stranger.get(FOLLOW), FOLLOW, Map.of("account", typed));
    }

    private static String error(Reply reply) {
        return reply.page().select("#f-account-error").text();
    }
}
