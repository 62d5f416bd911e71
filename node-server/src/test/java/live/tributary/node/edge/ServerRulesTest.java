// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.node.fixtures.Neighbour;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.WebVisitor;
import live.tributary.node.fixtures.WebVisitor.Reply;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

/** What the owner of a node decides about other servers and sees of them, and nobody else. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ServerRulesTest {

    private final OpenHouse house;
    private final WebVisitor owner;
    private final WebVisitor member;
    private final WebVisitor stranger;
    private final Neighbour neighbour;

    ServerRulesTest(TestDatabase database, @TempDir Path data) {
        house = new OpenHouse(database, data);
        owner = house.owner;
        member = house.member;
        stranger = house.stranger;
        neighbour = house.neighbour;
    }

    @AfterAll
    void stop() {
        house.close();
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
                "/studio/fediverse/moderation/block",
                "/studio/listing",
                "/studio/listing/dates",
                "/studio/listing/dates/drop",
                "/studio/listing/seats",
                "/studio/listing/seats/drop",
                "/studio/listing/directories",
                "/studio/listing/directories/drop",
                "/studio/listing/vouches",
                "/studio/listing/vouches/drop"
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
                entry("consent", "open"),
                entry("languages", "de"),
                entry("title", "member.example"),
                entry("begins", "%d-12-31T19:00".formatted(OpenHouse.year())),
                entry("date", "3f0c2a54-11d8-4a8e-9a55-0d6f1c1f7a10"),
                entry("role", "member.example"),
                entry("until", "%d-12-31".formatted(OpenHouse.year())),
                entry("seat", "3f0c2a54-11d8-4a8e-9a55-0d6f1c1f7a10"),
                entry("directory", "https://member.example/ap/actor"),
                entry("host", "member.example"),
                entry("report", "https://member.example/1"));
        var reply = member.submit(member.get("/studio/fediverse"), path, fields);
        assertThat(reply.status()).isEqualTo(403);
        assertThat(owner.get(OpenHouse.RULES).body()).doesNotContain("member.example");
    }

    @Test
    void aMemberKeepsNobodyOutOfTheNode() {
        var page = member.get("/studio/fediverse/moderation");
        assertThat(page.page().select("[name=ground]").eachAttr("value")).doesNotContain("node");
        var block = Map.of("team", "river", "account", "https://member.example/users/eva", "ground", "node");
        assertThat(member.submit(page, "/studio/fediverse/moderation/block", block)
                        .status())
                .isEqualTo(403);
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
    void aRuleIsAddedChangedAndTakenAway() {
        assertThat(house.rule("Harm.Example.", "block").goesTo()).isEqualTo(OpenHouse.RULES);
        assertThat(row("harm.example")).contains("Block").contains("no pictures");

        var change = owner.get(OpenHouse.RULES + "?domain=harm.example").page();
        assertThat(change.select("#f-domain").val()).isEqualTo("harm.example");
        assertThat(change.select("[name=severity][checked]").val()).isEqualTo("block");
        house.rule("harm.example", "limit");
        assertThat(row("harm.example")).contains("Limit");

        var remove = Map.of("domain", "harm.example");
        assertThat(owner.submit(owner.get(OpenHouse.RULES), OpenHouse.RULES + "/remove", remove)
                        .goesTo())
                .isEqualTo(OpenHouse.RULES);
        assertThat(owner.submit(owner.get(OpenHouse.RULES), OpenHouse.RULES + "/remove", remove)
                        .status())
                .isEqualTo(404);
        assertThat(owner.get(OpenHouse.RULES).body()).doesNotContain("harm.example");
    }

    @Test
    void aRuleNamesAServer() {
        var reply = house.rule("https://harm.example/about", "limit");
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
        var preview = owner.submit(owner.get(OpenHouse.RULES), OpenHouse.RULES + "/import", Map.of("list", list));
        assertThat(preview.page().select("#sum").text()).isEqualTo("One rule would change");
        assertThat(preview.page().select("#left-out").text()).isEqualTo("One line is left out");
        assertThat(owner.get(OpenHouse.RULES).body()).doesNotContain("listed.example");

        var sent = preview.page().select("[name=list]").val();
        assertThat(owner.submit(preview, OpenHouse.RULES + "/apply", Map.of("list", sent))
                        .goesTo())
                .isEqualTo(OpenHouse.RULES);
        assertThat(row("listed.example")).contains("Block").contains("spam, mostly");
        var export = owner.get(OpenHouse.RULES + ".csv");
        assertThat(export.header("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(export.body()).contains("listed.example,suspend,true,false,\"spam, mostly\",false\n");
        assertThat(owner.submit(owner.get(OpenHouse.RULES), OpenHouse.RULES + "/import", Map.of("list", export.body()))
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
                        "Not checked, because of what was found above.",
                        "Not checked, because of what was found above.");
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

    private String row(String domain) {
        return owner.get(OpenHouse.RULES)
                .page()
                .select("tbody tr:contains(" + domain + ")")
                .text();
    }

    private Reply lookUp(String address) {
        var page = owner.get("/studio/servers/look-up");
        return owner.submit(page, "/studio/servers/look-up", Map.of("address", address));
    }
}
