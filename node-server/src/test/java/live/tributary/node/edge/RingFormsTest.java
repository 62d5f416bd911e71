// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.House;
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

/** The life of a ring by the forms of the studio, without a script, from its founding until nobody is left. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class RingFormsTest {

    private static final String RINGS = "/studio/rings";

    private final FederatedNode node;
    private final WebVisitor owner;

    RingFormsTest(TestDatabase database, @TempDir Path data) {
        node = FederatedNode.start(database, data);
        owner = new WebVisitor(node.node().web());
    }

    @BeforeAll
    void foundTeams() {
        for (var name : List.of("brook", "creek", "delta")) {
            var wish = new NewTeam(new Handle(name), new DisplayName("The " + name), new Mark("XX"), new Hue(30));
            node.get(Teams.class).found(node.house().actor(), wish);
        }
        owner.logIn(House.OWNER, House.PASSWORD);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    @Order(1)
    void foundsARingWhenNameAndAddressAreRight() {
        as("river");
        var wrong = send("found", Map.of(), Map.of("name", "", "slug", "?", "charter", "Pots only."));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select("[aria-invalid=true]").eachAttr("name")).containsExactly("name", "slug");
        assertThat(wrong.page().select("textarea[name=charter]").val()).isEqualTo("Pots only.");
        done(send("found", Map.of(), Map.of("name", "The Clay Ring", "slug", "clay", "charter", "Pots only.")));
        var taken = send("found", Map.of(), Map.of("name", "Another", "slug", "clay", "charter", ""));
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.page().select("[aria-invalid=true]").eachAttr("name")).containsExactly("slug");
        assertThat(owner.get("/ring/clay").page().text())
                .contains("The Clay Ring")
                .contains("Pots only.");
    }

    @Test
    @Order(2)
    void rewritesItsCharterAndHowItDividesTravellers() {
        var wrong = send("rewrite", Map.of(), Map.of("lanes", "90/5/5"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select("[aria-invalid=true]").eachAttr("name")).containsExactly("lanes");
        done(send("rewrite", Map.of(), Map.of("charter", "Pots and pans.\r\nNo ads.", "lanes", "60/25/15")));
        assertThat(owner.get("/ring/clay").page().text())
                .contains("Pots and pans.")
                .contains("No ads.");
        assertThat(form("rewrite", Map.of()).select("[name=lanes]").val()).isEqualTo("60/25/15");
    }

    @Test
    @Order(3)
    void invitesATeamThatComesAndOneThatDoesNot() {
        assertThat(send("invite", Map.of(), Map.of("invite", "@nobody-here")).status())
                .isEqualTo(422);
        done(send("invite", Map.of(), Map.of("invite", "@brook")));
        done(send("invite", Map.of(), Map.of("invite", "@delta")));
        as("delta");
        done(send("decline", Map.of(), Map.of()));
        assertThat(owner.get(RINGS).page().select("form[action$=/decline]")).isEmpty();
        as("brook");
        var invitation = owner.get(RINGS).page().select("section:has(form[action$=/decline]) form[action$=/apply]");
        done(submit(invitation.stream().findFirst().orElseThrow(), Map.of()));
        assertThat(members()).containsExactly("River", "The brook");
    }

    @Test
    @Order(4)
    void takesInWhoAsksAsTheMembersVote() {
        as("creek");
        var page = node.node().web().resolve("/ring/clay").toString();
        assertThat(send("apply", Map.of("apply", ""), Map.of("apply", "no address at all"))
                        .status())
                .isEqualTo(422);
        done(send("apply", Map.of("apply", ""), Map.of("apply", page)));
        as("brook");
        done(send("vote", Map.of("vote", "yes"), Map.of()));
        assertThat(members()).hasSize(2);
        assertThat(owner.get(RINGS).page().select("form[action$=/vote]")).isEmpty();
        as("river");
        assertThat(owner.get(RINGS).page().text()).contains("The creek");
        done(send("vote", Map.of("vote", "no"), Map.of()));
        as("creek");
        assertThat(owner.get(RINGS).page().text()).contains("The members of the ring decided against it.");
        done(send("apply", Map.of("apply", ""), Map.of("apply", page)));
        as("river");
        done(send("vote", Map.of("vote", "yes"), Map.of()));
        assertThat(members()).containsExactly("River", "The brook", "The creek");
    }

    @Test
    @Order(5)
    void putsItsMembersInOrderAndNamesAStewardBeforeTheLastOneGoes() {
        done(send("up", Map.of("member", address("The creek")), Map.of()));
        assertThat(members()).containsExactly("River", "The creek", "The brook");
        assertThat(send("step-down", Map.of(), Map.of()).status()).isEqualTo(422);
        assertThat(send("leave", Map.of(), Map.of()).status()).isEqualTo(422);
        assertThat(send("site", Map.of(), Map.of("site", "nowhere")).status()).isEqualTo(422);
        done(send("appoint", Map.of("member", address("The brook")), Map.of()));
        done(send("step-down", Map.of(), Map.of()));
        assertThat(owner.get(RINGS).page().select("form[action$=/rewrite], form[action$=/up]"))
                .isEmpty();
        var ring = form("leave", Map.of()).select("[name=ring]").val();
        var forged = owner.submit(
                owner.get(RINGS), RINGS + "/rewrite", Map.of("ring", ring, "name", "Mine", "lanes", "60/25/15"));
        assertThat(forged.status()).isEqualTo(403);
    }

    @Test
    @Order(6)
    void expelsAMemberAndIsLeftByAll() {
        as("brook");
        done(send("expel", Map.of("member", address("The creek")), Map.of()));
        assertThat(members()).containsExactly("River", "The brook");
        as("creek");
        assertThat(owner.get(RINGS).page().text()).contains("The ring has expelled the team.");
        as("river");
        done(send("leave", Map.of(), Map.of()));
        assertThat(owner.get("/@river").page().select(".ring-strip")).isEmpty();
        assertThat(owner.get("/@brook").page().select(".ring-strip")).hasSize(1);
        as("brook");
        done(send("leave", Map.of(), Map.of()));
        assertThat(owner.get("/ring/clay").status()).isEqualTo(404);
    }

    private void as(String team) {
        owner.get("/studio/teams/" + team);
    }

    private static void done(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(303);
        assertThat(reply.goesTo()).isEqualTo(RINGS);
    }

    /** As a browser sends the form of the page, with what is typed into it. */
    private Reply send(String deed, Map<String, String> having, Map<String, String> typed) {
        return submit(form(deed, having), typed);
    }

    /** The first form for that which has these values in it. */
    private Element form(String deed, Map<String, String> having) {
        return owner.get(RINGS).page().select("form[action=%s/%s]".formatted(RINGS, deed)).stream()
                .filter(form -> having.entrySet().stream()
                        .allMatch(field -> form.select("[name=%s]".formatted(field.getKey()))
                                .val()
                                .equals(field.getValue())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no form for " + deed + " with " + having));
    }

    private Reply submit(Element form, Map<String, String> typed) {
        var fields = new HashMap<String, String>();
        form.select("[name]").forEach(field -> fields.put(field.attr("name"), field.val()));
        fields.putAll(typed);
        return owner.post(
                form.attr("action"), fields, Map.of("Origin", node.node().web().toString()));
    }

    private List<String> members() {
        return owner.get("/ring/clay").page().select(".ring-members li b").eachText();
    }

    /** How forms name a member. */
    private String address(String name) {
        return owner.get(RINGS).page().select(".own-ring .ring-members li").stream()
                .filter(member -> member.select("b").text().equals(name))
                .map(member -> member.select("[name=member]").val())
                .findFirst()
                .orElseThrow();
    }
}
