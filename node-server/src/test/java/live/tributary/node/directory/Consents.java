// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.fixtures.fediverse.MastodonRules;
import live.tributary.fixtures.fediverse.PeerTubeRules;
import live.tributary.node.broadcast.Language;
import live.tributary.node.directory.Directory.Named;
import live.tributary.node.domains.DomainName;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.domains.DomainPolicy;
import live.tributary.node.domains.Severity;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.following.Asked;
import live.tributary.node.following.Followings;
import live.tributary.node.following.Wisher;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.listing.Listings;
import live.tributary.node.listing.Pitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who is listed: those whose own documents say so, as long as they do. */
abstract class Consents {

    private final Harbour harbour;
    private final Actor owner;

    Consents(Harbour harbour, Actor owner) {
        this.harbour = harbour;
        this.owner = owner;
    }

    @Test
    void consentThatIsTakenBackEndsTheListingAtOnce() {
        harbour.listed("moss");
        harbour.team("moss", document -> document.putArray("listedAt"));
        harbour.post("moss", harbour.elsewhere.activity("Update", "moss", harbour.elsewhere.person("moss")));
        harbour.await("the end", () -> harbour.directory.listed().isEmpty());
        harbour.await(
                "an Undo", () -> !harbour.letters("Undo", harbour.actor("moss")).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Reject", "Block"})
    void whoWantsNothingMoreOfUsIsNotListed(String type) {
        var team = type.toLowerCase(Locale.ROOT) + "er";
        harbour.listed(team);
        var activity = type.equals("Reject")
                ? harbour.elsewhere.activity(type, team, (ObjectNode)
                        harbour.letters("Follow", harbour.actor(team)).getFirst())
                : harbour.elsewhere.activity(type, team, harbour.name);
        harbour.heard(team, activity);
        assertThat(harbour.directory.listed()).isEmpty();
    }

    @Test
    void aServerThatIsLimitedIsShownNowhereAndOneThatIsBlockedIsForgotten() {
        harbour.listed("newt");
        var video = harbour.video("newt", "4", harbour.playlists.moving("newt"));
        harbour.post("newt", harbour.elsewhere.activity("Announce", "newt", video));
        harbour.await("the team to be live", () -> !harbour.live().isEmpty());
        var policies = harbour.node.get(DomainPolicies.class);
        var domain = new DomainName("127.0.0.1");
        policies.put(owner, new DomainPolicy(domain, Severity.LIMIT, false, false, "", false));
        assertThat(harbour.live()).isEmpty();
        assertThat(harbour.directory.listed()).isEmpty();
        policies.remove(owner, domain);
        assertThat(harbour.directory.listed()).containsKey(harbour.actor("newt"));
        policies.put(owner, new DomainPolicy(domain, Severity.SUSPEND, false, false, "", false));
        assertThat(harbour.directory.listed()).isEmpty();
        policies.remove(owner, domain);
        assertThat(harbour.directory.listed()).isEmpty();
    }

    @Test
    void aTeamOfTheNodeIsListedByItsOwnWordWhateverTheRulesForServersAre() {
        var own = harbour.node.groupAddress();
        say(live.tributary.node.listing.Consent.OPEN);
        harbour.await("the own team", () -> harbour.directory.listed().containsKey(own));
        assertThat(harbour.letters("Follow", own)).isEmpty();
        var policies = harbour.node.get(DomainPolicies.class);
        var domain = new DomainName("localhost");
        policies.put(owner, new DomainPolicy(domain, Severity.LIMIT, false, false, "", false));
        assertThat(harbour.directory.listed()).containsKey(own);
        policies.remove(owner, domain);
        say(live.tributary.node.listing.Consent.NONE);
        harbour.await("its end", () -> harbour.directory.listed().isEmpty());
    }

    private void say(live.tributary.node.listing.Consent consent) {
        var pitch = new Pitch(
                consent,
                "What the house does.",
                List.of("boats"),
                List.of(Language.parse("en").orElseThrow()),
                List.of());
        harbour.node.get(Listings.class).put(owner, harbour.node.house().team().id(), pitch);
    }

    @Test
    void whoSaysNoToSomethingElseOfThisServerStaysListed() {
        harbour.listed("heron");
        var another = harbour.name.resolve("/ap/activities/0199ac7e-0000-7000-8000-000000000001");
        harbour.heard("heron", harbour.elsewhere.activity("Reject", "heron", another));
        assertThat(harbour.directory.listed()).containsKey(harbour.actor("heron"));
    }

    @Test
    void ofTwoTeamsWithOneNumberTheFirstIsListed() {
        harbour.listed("pike");
        new KeptStore(harbour.node.client()).number(harbour.actor("pike"), Gid.of(harbour.actor("perch")));
        harbour.team("perch");
        assertThat(harbour.directory.name(owner, harbour.actor("perch")))
                .isEqualTo(new Named.NotListed(Consent.Why.TWIN.words()));
        assertThat(harbour.directory.listed()).containsOnlyKeys(harbour.actor("pike"));
    }

    @Test
    void whoDoesNotSayThatWeMayIsNotListedWhoeverAsks() {
        harbour.team("open", document -> document.put("listing", "open").remove("listedAt"));
        assertThat(harbour.directory.name(owner, harbour.actor("open"))).isEqualTo(new Named.Listed());
        assertThat(harbour.directory.listed().values())
                .extracting(ListedGroup::admitted)
                .containsExactly(true);

        harbour.team("shy", document -> document.put("discoverable", false));
        harbour.team("none", document -> document.put("listing", "none"));
        harbour.team("other", document -> document.putArray("listedAt").add("https://elsewhere.example/ap/actor"));
        harbour.team("unsaid", document -> document.remove("listing"));
        harbour.team(
                "moved",
                document -> document.put("movedTo", harbour.actor("open").toString()));
        for (var team : List.of("shy", "none", "other", "unsaid", "moved")) {
            var invite = harbour.invites(team);
            harbour.await(
                    "a no to " + team, () -> !harbour.letters("Reject", invite).isEmpty());
            var reject = harbour.letters("Reject", invite).getFirst();
            assertThat(reject.path("content").asString()).isNotEmpty();
            assertThat(PeerTubeRules.check(Harbour.published(reject.toString())))
                    .isEmpty();
            assertThat(MastodonRules.check(Harbour.published(reject.toString())))
                    .isEmpty();
            assertThat(harbour.directory.name(owner, harbour.actor(team))).isInstanceOf(Named.NotListed.class);
        }
        assertThat(harbour.directory.listed()).hasSize(1);
        assertThatThrownBy(() -> harbour.directory.name(Actor.ANONYMOUS, harbour.actor("open")))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void whomTheDirectoryDropsHearsItAlsoLongAfterItAsked() {
        harbour.listed("tern");
        harbour.team(
                "tern",
                document -> document.put("movedTo", harbour.actor("gull").toString()));
        harbour.post("tern", harbour.elsewhere.activity("Update", "tern", harbour.elsewhere.person("tern")));
        assertThat(harbour.newest("Reject", harbour.asked("tern"), 1)
                        .path("content")
                        .asString())
                .contains("has moved");
    }

    @Test
    void whoKnowsNoQuestionConsentsByALinkInTheProfile() {
        harbour.team("tube", document -> {
            document.remove(List.of("listing", "listedAt", "languages"));
            document.put(
                    "summary", "<p>On <a href=\"%s\">a list</a></p>".formatted(harbour.name.resolve("/directory")));
        });
        assertThat(harbour.directory.name(owner, harbour.actor("tube"))).isEqualTo(new Named.Listed());
        harbour.team("tube", document -> document.remove(List.of("listing", "listedAt")));
        harbour.post("tube", harbour.elsewhere.activity("Update", "tube", harbour.elsewhere.person("tube")));
        harbour.await("the end", () -> harbour.directory.listed().isEmpty());
    }

    @Test
    void whomTheNodeFollowsIsListedIfTheySayThatTheyMayBe() {
        harbour.team("lark", document -> document.put("listing", "open").remove("listedAt"));
        harbour.team("mole", document -> document.put("listing", "none"));
        follow("lark");
        follow("mole");
        harbour.clock.advance(Duration.ofHours(1));
        harbour.await("a listing", () -> harbour.directory.listed().containsKey(harbour.actor("lark")));
        assertThat(harbour.directory.listed()).containsOnlyKeys(harbour.actor("lark"));
        unfollow("lark");
        unfollow("mole");
    }

    @Test
    void anotherDirectoryPointsAtATeamButOnlyTheTeamLetsItselfBeListed() {
        harbour.team("roll", document -> document.put("type", "Application").put("listing", "none"));
        follow("roll");
        for (var team : List.of("open", "shut")) {
            harbour.team(
                    team,
                    document -> document.put("listing", team.equals("open") ? "open" : "invited")
                            .remove("listedAt"));
            var video = harbour.video(team, team, harbour.playlists.moving(team));
            harbour.heard("roll", harbour.elsewhere.activity("Announce", "roll", video));
        }
        harbour.await("a listing", () -> harbour.directory.listed().containsKey(harbour.actor("open")));
        assertThat(harbour.directory.listed()).containsOnlyKeys(harbour.actor("open"));
        unfollow("roll");
    }

    private void follow(String followee) {
        var followings = harbour.node.get(Followings.class);
        var address = harbour.actor(followee);
        assertThat(followings.follow(owner, new Wisher.OfNode(), address.toString()))
                .isEqualTo(new Asked.Done(address));
        harbour.await("a Follow", () -> !harbour.letters("Follow", address).isEmpty());
        harbour.heard(followee, harbour.elsewhere.activity("Accept", followee, (ObjectNode)
                harbour.letters("Follow", address).getFirst()));
    }

    private void unfollow(String followee) {
        assertThat(harbour.node.get(Followings.class).unfollow(owner, new Wisher.OfNode(), harbour.actor(followee)))
                .isTrue();
    }
}
