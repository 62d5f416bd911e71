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

import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.RunningNode;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.WebVisitor;
import live.tributary.node.fixtures.WebVisitor.Reply;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

/** What a node that is on the Fediverse shows of other servers, and to whom. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherServersTest {

    private static final String RULES = "/studio/servers/rules";
    private static final String FOLLOW = "/@river/follow";
    private static final String MOVING = "/studio/fediverse/moving";
    private static final String FOLLOWING = "/studio/fediverse/following";

    private final RunningNode node;
    private final WebVisitor owner;
    private final WebVisitor member;
    private final WebVisitor stranger;
    private final Neighbour neighbour = new Neighbour();

    OtherServersTest(TestDatabase database, @TempDir Path data) {
        node = RunningNode.start(
                database, "tributary.fediverse.test-loopback=true", "tributary.data-directory=" + data);
        House.on(node);
        stranger = new WebVisitor(node.web());
        owner = new WebVisitor(node.web());
        owner.logIn(House.OWNER, House.PASSWORD);
        member = invited();
    }

    @AfterAll
    void stop() {
        neighbour.close();
        node.close();
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
        put("blocked.example", "block");
        assertThat(error(follow("@eva@deep.blocked.example"))).startsWith("The owner of this node has blocked");
    }

    @Test
    void thereIsNoFollowingOfWhatIsNot() {
        assertThat(stranger.get("/@nobody/follow").status()).isEqualTo(404);
        assertThat(stranger.get(FOLLOW).header("Content-Security-Policy").orElse(""))
                .contains("form-action 'self' https:;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/studio/servers",
                "/studio/servers/rules",
                "/studio/servers/rules.csv",
                "/studio/servers/reports",
                "/studio/servers/look-up"
            })
    void serversAreForTheOwnerOfTheNode(String path) {
        assertThat(owner.get(path).status()).isEqualTo(200);
        assertThat(member.get(path).status()).isEqualTo(403);
        assertThat(stranger.get(path).goesTo()).isEqualTo("/login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/studio/servers/rules",
                "/studio/servers/rules/remove",
                "/studio/servers/rules/allow",
                "/studio/servers/rules/disallow",
                "/studio/servers/rules/import",
                "/studio/servers/rules/apply",
                "/studio/servers/look-up",
                "/studio/servers/reports/close",
                "/studio/servers/hosts/retry",
                "/studio/servers/hosts/drop",
                "/studio/servers/keys",
                "/studio/fediverse/wishes",
                "/studio/fediverse/moving/former",
                "/studio/fediverse/moving/leave",
                "/studio/fediverse/moving/come-back",
                "/studio/fediverse/moving/keys",
                "/studio/fediverse/moderation/block"
            })
    void aMemberChangesNothingOfIt(String path) {
        var fields = Map.ofEntries(
                entry("domain", "member.example"),
                entry("allowed", "member.example"),
                entry("list", "member.example"),
                entry("address", "@eva@" + neighbour.name()),
                entry("former", "@eva@" + neighbour.name()),
                entry("target", "@eva@" + neighbour.name()),
                entry("of", "team"),
                entry("team", "river"),
                entry("account", "https://member.example/users/eva"),
                entry("ground", "team"),
                entry("host", "member.example"),
                entry("report", "https://member.example/1"));
        var reply = member.submit(member.get("/studio/fediverse"), path, fields);
        assertThat(reply.status()).isEqualTo(403);
        assertThat(owner.get(RULES).body()).doesNotContain("member.example");
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
    void aTeamMovesOnlyToAnAccountThatSaysThatItIsTheTeam() {
        neighbour.knows("delta", "");
        neighbour.says("/users/delta", "application/activity+json", account("delta", ""));
        var fields = Map.of("of", "team", "target", "@delta@" + neighbour.name());
        var refused = owner.submit(owner.get(MOVING), MOVING + "/leave", fields);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#f-target-error").text()).startsWith("That account does not say yet");
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

    private String account(String name, String alsoKnownAs) {
        return """
                {"@context": "https://www.w3.org/ns/activitystreams", "type": "Person", "id": "%1$s/users/%2$s",
                 "preferredUsername": "%2$s", "inbox": "%1$s/users/%2$s/inbox", "alsoKnownAs": ["%3$s"]}""".formatted(neighbour.at(""), name, alsoKnownAs);
    }

    @Test
    void theOwnerMakesNewKeysForEverybody() {
        var page = owner.get("/studio/servers");
        assertThat(owner.submit(page, "/studio/servers/keys", Map.of()).goesTo())
                .isEqualTo("/studio/servers");
        assertThat(owner.get("/studio/servers").page().select("form[action=/studio/servers/keys]"))
                .as("all are being made")
                .isEmpty();
    }

    @Test
    void eachFollowsForWhomTheyMaySpeak() {
        assertThat(choices(owner)).containsExactly("team", "member", "node");
        assertThat(choices(member)).containsExactly("member");
        assertThat(stranger.get(FOLLOWING).goesTo()).isEqualTo("/login");
        var pretence = Map.of("address", "@eva@" + neighbour.name(), "for", "team");
        assertThat(member.submit(member.get(FOLLOWING), FOLLOWING, pretence).status())
                .isEqualTo(403);
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

    @Test
    void aRuleIsAddedChangedAndTakenAway() {
        assertThat(put("Harm.Example.", "block").goesTo()).isEqualTo(RULES);
        assertThat(row("harm.example")).contains("Block").contains("no pictures");

        var change = owner.get(RULES + "?domain=harm.example").page();
        assertThat(change.select("#f-domain").val()).isEqualTo("harm.example");
        assertThat(change.select("[name=severity][checked]").val()).isEqualTo("block");
        put("harm.example", "limit");
        assertThat(row("harm.example")).contains("Limit");

        var remove = Map.of("domain", "harm.example");
        assertThat(owner.submit(owner.get(RULES), RULES + "/remove", remove).goesTo())
                .isEqualTo(RULES);
        assertThat(owner.submit(owner.get(RULES), RULES + "/remove", remove).status())
                .isEqualTo(404);
        assertThat(owner.get(RULES).body()).doesNotContain("harm.example");
    }

    @Test
    void aRuleNamesAServer() {
        var reply = put("https://harm.example/about", "limit");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().select("#f-domain-error").text()).startsWith("Write the name of a server");
        assertThat(reply.page().select("#f-domain").val()).isEqualTo("https://harm.example/about");
        assertThat(reply.page().select("[name=severity][checked]").val()).isEqualTo("limit");
    }

    @Test
    void aListIsShownBeforeItIsTakenOverAndComesOutAgain() {
        var list = """
                #domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate
                listed.example,suspend,TRUE,FALSE,"spam, mostly",FALSE
                *.hidden.example,suspend,,,,
                """;
        var preview = owner.submit(owner.get(RULES), RULES + "/import", Map.of("list", list));
        assertThat(preview.page().select("#sum").text()).isEqualTo("One rule would change");
        assertThat(preview.page().select("#left-out").text()).isEqualTo("One line is left out");
        assertThat(owner.get(RULES).body()).doesNotContain("listed.example");

        var sent = preview.page().select("[name=list]").val();
        assertThat(owner.submit(preview, RULES + "/apply", Map.of("list", sent)).goesTo())
                .isEqualTo(RULES);
        assertThat(row("listed.example")).contains("Block").contains("spam, mostly");
        var export = owner.get(RULES + ".csv");
        assertThat(export.header("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(export.body()).contains("listed.example,suspend,true,false,\"spam, mostly\",false\n");
        assertThat(owner.submit(owner.get(RULES), RULES + "/import", Map.of("list", export.body()))
                        .page()
                        .select("#sum")
                        .text())
                .isEqualTo("Nothing would change");
    }

    @Test
    void findsOutStepByStepWhatIsWrongWithAnAddress() {
        neighbour.knows("eva", "");
        neighbour.says("/users/eva", "text/html", "<p>Eva</p>");
        var page = lookUp("@eva@" + neighbour.name());
        assertThat(page.page().select(".findings b").eachText())
                .containsExactly("The name", "The account", "Its key", "The server");
        assertThat(page.page().select(".findings p").eachText())
                .containsExactly(
                        "As it should be.",
                        "The answer cannot be read. It may be a web page instead of data.",
                        "Not looked at, because of what stands above.",
                        "Not looked at, because of what stands above.");
        neighbour.says("/users/eva", "application/activity+json", """
                {"@context": "https://www.w3.org/ns/activitystreams", "type": "Person", "id": "%1$s/users/eva",
                 "preferredUsername": "eva", "inbox": "%1$s/users/eva/inbox"}""".formatted(neighbour.at("")));
        assertThat(lookUp(neighbour.at("/users/eva").toString())
                        .page()
                        .select(".findings .wrong p")
                        .eachText())
                .containsExactly("It has no key, so nothing from there can be checked.");
        assertThat(lookUp("eva").status()).isEqualTo(422);
    }

    private Reply follow(String typed) {
        return stranger.submit(stranger.get(FOLLOW), FOLLOW, Map.of("account", typed));
    }

    private static String error(Reply reply) {
        return reply.page().select("#f-account-error").text();
    }

    private Reply put(String domain, String severity) {
        var fields = Map.of("domain", domain, "severity", severity, "reject-media", "yes", "comment", "");
        return owner.submit(owner.get(RULES), RULES, fields);
    }

    private String row(String domain) {
        return owner.get(RULES)
                .page()
                .select("tbody tr:contains(" + domain + ")")
                .text();
    }

    private Reply lookUp(String address) {
        var page = owner.get("/studio/servers/look-up");
        return owner.submit(page, "/studio/servers/look-up", Map.of("address", address));
    }

    /** A streamer of the team, who owns neither it nor the node. */
    private WebVisitor invited() {
        owner.submit(owner.get("/studio/members"), "/studio/invitations", Map.of());
        var link =
                owner.get("/studio/members").page().select("#invitation-link").val();
        var path = link.substring(link.indexOf("/invite/"));
        var guest = new WebVisitor(node.web());
        guest.submit(
                guest.get(path), path, Map.of("name", "Ben", "handle", "ben", "password", "rowing against the stream"));
        return guest;
    }
}
