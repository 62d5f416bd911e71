// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import live.tributary.node.accounts.LoginLinks;
import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.RunningNode;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.WebVisitor;
import live.tributary.node.kernel.Actor;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleTest {

    private static final String KEY = "sk_[0-9a-z]{32}";

    private final RunningNode node;
    private final House house;

    PeopleTest(TestDatabase database) {
        node = RunningNode.start(database);
        house = House.on(node);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void logsInAndOut() {
        var visitor = new WebVisitor(node.web());
        assertThat(visitor.logIn(House.OWNER, House.PASSWORD).goesTo()).isEqualTo("/studio");
        assertThat(visitor.get("/login").goesTo()).isEqualTo("/studio");

        var studio = visitor.get("/studio");
        assertThat(studio.status()).isEqualTo(200);
        assertThat(studio.header("Cache-Control")).hasValue("no-store");
        assertThat(visitor.submit(studio, "/logout", Map.of()).goesTo()).isEqualTo("/");
        assertThat(visitor.get("/studio").goesTo()).isEqualTo("/login");
    }

    @Test
    void saysTheSameOfAWrongPasswordAndOfNobody() {
        var visitor = new WebVisitor(node.web());
        var wrong = visitor.logIn(House.OWNER, "not this password at all");
        var nobody = visitor.logIn("eve", "not this password at all");
        assertThat(wrong.status()).isEqualTo(422).isEqualTo(nobody.status());
        assertThat(wrong.page().select(".error").text())
                .isNotBlank()
                .isEqualTo(nobody.page().select(".error").text());
    }

    @Test
    void slowsDownWhoeverGuesses() {
        var visitor = new WebVisitor(node.web());
        for (var guess = 0; guess < 6; guess++) {
            visitor.logIn("mallory", "guess number " + guess);
        }
        var reply = visitor.logIn("mallory", "guess number 7");
        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.header("Retry-After")).isPresent();
    }

    @Test
    void aLoginLinkAsksFirstAndWorksOnce() {
        var link = node.get(LoginLinks.class).issue(Actor.SYSTEM, house.owner().id());
        var path = link.address().getPath();
        var visitor = new WebVisitor(node.web());

        assertThat(visitor.get(path).body()).contains("Ada");
        var reply = visitor.submit(visitor.get(path), path, Map.of());
        assertThat(reply.goesTo()).isEqualTo("/studio");
        assertThat(visitor.get("/studio").status()).isEqualTo(200);
        assertThat(new WebVisitor(node.web()).get(path).status()).isEqualTo(404);
    }

    @Test
    void anInvitationMakesOneMemberWithAPageOfTheirOwn() {
        var owner = owner();
        owner.submit(owner.get("/studio/members"), "/studio/invitations", Map.of());
        var shown = owner.get("/studio/members");
        var link = shown.page().select("#invitation-link").val();
        var path = link.substring(link.indexOf("/invite/"));
        assertThat(owner.get("/studio/members").body()).doesNotContain(path);

        var guest = new WebVisitor(node.web());
        var fields = Map.of("name", "Ben", "handle", "ben", "password", "rowing against the stream");
        assertThat(guest.submit(guest.get(path), path, fields).goesTo()).isEqualTo("/studio/keys");
        assertThat(guest.get("/@river/ben").status()).isEqualTo(200);
        assertThat(guest.get("/studio/members").body()).doesNotContain("action=\"/studio/invitations\"");
        assertThat(new WebVisitor(node.web()).get(path).status()).isEqualTo(404);

        var members = owner.get("/studio/members");
        var removal = members.page().select("form[action$=/remove]").attr("action");
        assertThat(guest.submit(guest.get("/studio/keys"), removal, Map.of()).goesTo())
                .isEqualTo("/studio/members");
        assertThat(guest.get("/studio").status()).isEqualTo(403);
        assertThat(guest.get("/@river/ben").status()).isEqualTo(404);
    }

    @Test
    void aWithdrawnInvitationOpensNothing() {
        var owner = owner();
        owner.submit(owner.get("/studio/members"), "/studio/invitations", Map.of());
        var shown = owner.get("/studio/members");
        var link = shown.page().select("#invitation-link").val();
        var withdrawal = shown.page().select("form[action$=/revoke]").attr("action");
        assertThat(owner.submit(shown, withdrawal, Map.of()).goesTo()).isEqualTo("/studio/members");
        assertThat(owner.get(link.substring(link.indexOf("/invite/"))).status()).isEqualTo(404);
    }

    @Test
    void aKeyIsShownOnceAndCanBeRevoked() {
        var owner = owner();
        var keys = owner.get("/studio/keys");
        assertThat(owner.submit(keys, "/studio/keys", Map.of("label", "")).status())
                .isEqualTo(422);
        assertThat(owner.submit(keys, "/studio/keys", Map.of("label", "laptop")).goesTo())
                .isEqualTo("/studio/keys");

        var shown = owner.get("/studio/keys");
        assertThat(shown.body()).containsPattern(KEY).contains("laptop");
        assertThat(owner.get("/studio/keys").body()).doesNotContainPattern(KEY);

        var revocation = shown.page().select("form[action$=/revoke]").attr("action");
        assertThat(owner.submit(shown, revocation, Map.of()).goesTo()).isEqualTo("/studio/keys");
        assertThat(owner.get("/studio/keys").body()).doesNotContain("laptop");
        assertThat(owner.submit(shown, revocation, Map.of()).status()).isEqualTo(404);
    }

    @Test
    void theOwnerFoundsAFurtherTeamAndWorksForIt() {
        var owner = owner();
        var fields = Map.of("name", "Delta", "handle", "delta", "mark", "D", "hue", "210");
        assertThat(owner.submit(owner.get("/studio/members"), "/studio/teams", fields)
                        .goesTo())
                .isEqualTo("/studio/members");
        assertThat(owner.get("/studio/members").body()).contains("/@delta");
        assertThat(owner.get("/studio/teams/river").goesTo()).isEqualTo("/studio/members");
        assertThat(owner.get("/studio/members").body()).contains("/@river");
    }

    @Test
    void aTitleIsKeptForTheNextBroadcast() {
        var owner = owner();
        assertThat(owner.submit(owner.get("/studio"), "/studio/title", Map.of("title", "Night shift"))
                        .goesTo())
                .isEqualTo("/studio");
        assertThat(owner.get("/studio").page().select("input[name=title]").val())
                .isEqualTo("Night shift");
        assertThat(owner.submit(owner.get("/studio"), "/studio/title", Map.of("title", " "))
                        .status())
                .isEqualTo(422);
    }

    private WebVisitor owner() {
        var visitor = new WebVisitor(node.web());
        visitor.logIn(House.OWNER, House.PASSWORD);
        return visitor;
    }
}
