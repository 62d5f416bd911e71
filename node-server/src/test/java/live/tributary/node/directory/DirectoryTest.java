// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.fixtures.fediverse.MastodonRules;
import live.tributary.fixtures.fediverse.PeerTubeRules;
import live.tributary.node.broadcast.Language;
import live.tributary.node.directory.Directory.Named;
import live.tributary.node.directory.Directory.Taken;
import live.tributary.node.domains.DomainName;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.domains.DomainPolicy;
import live.tributary.node.domains.Severity;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.fediverse.WireExamples;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.WebVisitor;
import live.tributary.node.following.Asked;
import live.tributary.node.following.Followings;
import live.tributary.node.following.LiveElsewhere;
import live.tributary.node.following.Sight;
import live.tributary.node.following.Wisher;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.kernel.Secret;
import live.tributary.node.listing.Listings;
import live.tributary.node.listing.Pitch;
import live.tributary.node.removals.Grounds;
import live.tributary.node.removals.Removals;
import live.tributary.node.removals.Removals.Outcome;
import live.tributary.node.removals.Step;
import live.tributary.node.removals.Term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whom a directory lists: those whose own documents say so, as long as they do; and who of them is live: what moves. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DirectoryTest {

    private static final int MOST = 2;
    private static final String REASONS = "On 3 May from 19:00 to 21:00 a loop of one minute was on air.";

    private final Harbour harbour;
    private final Actor owner;

    DirectoryTest(TestDatabase database, @TempDir Path data) {
        // So few that one team could fill the list with its broadcasts.
        harbour = new Harbour(
                database, data, "tributary.directory.most=" + MOST, "tributary.directory.probes-per-sample=1");
        owner = harbour.node.house().actor();
    }

    @AfterEach
    void listNobody() {
        harbour.directory.listed().keySet().forEach(team -> harbour.forget(owner, team));
        assertThat(harbour.live()).isEmpty();
    }

    @AfterAll
    void stop() {
        harbour.close();
    }

    @Test
    void aTeamThatAsksIsListedAndLiveAsLongAsItsPlaylistMoves() {
        harbour.team("kiln");
        var invite = harbour.invites("kiln");
        harbour.await("the answer", () -> !harbour.letters("Accept", invite).isEmpty());
        var accept = harbour.letters("Accept", invite).getFirst();
        assertThat(accept.path("actor").asString()).isEqualTo(harbour.name.toString());
        assertThat(WireExamples.members(accept))
                .isEqualTo(WireExamples.members(
                        WireExamples.ofTheDocs().getOrDefault("Accept", MissingNode.getInstance())));
        assertThat(PeerTubeRules.check(published(accept.toString()))).isEmpty();
        assertThat(MastodonRules.check(published(accept.toString()))).isEmpty();
        assertThat(harbour.directory.listed().get(harbour.actor("kiln"))).satisfies(group -> {
            assertThat(group.name()).isEqualTo("The kiln");
            assertThat(group.page()).isEqualTo(harbour.elsewhere.at("/@kiln"));
            assertThat(group.languages()).containsExactly("en");
            assertThat(group.tags()).containsExactly("pottery");
            assertThat(group.promise()).isEqualTo("What the kiln do in the evening.");
            assertThat(group.admitted()).isFalse();
        });
        var follow = harbour.letters("Follow", harbour.actor("kiln")).getFirst();
        harbour.heard("kiln", harbour.elsewhere.activity("Accept", "kiln", (ObjectNode) follow));

        var video = harbour.video("kiln", "1", harbour.playlists.moving("kiln"));
        harbour.post("kiln", harbour.elsewhere.activity("Announce", "kiln", video));
        harbour.await("the team to be live", () -> harbour.live().equals(List.of("The kiln")));
        assertThat(harbour.board.live()).isSameAs(harbour.board.live());
        assertThat(harbour.board.live().getFirst()).satisfies(live -> {
            assertThat(live.title()).isEqualTo("Evening 1");
            assertThat(live.page()).isEqualTo(harbour.elsewhere.at("/w/1"));
        });
        // What the directory hears is not what the node follows.
        assertThat(harbour.node.get(LiveElsewhere.class).all()).isEmpty();

        harbour.post("kiln", harbour.pulse("Leave", "kiln", video, 2));
        harbour.await("its end", () -> harbour.live().isEmpty());
    }

    @Test
    void aDeadPlaylistIsNotLiveWhateverIsSaidAndOneThatStopsIsLiveNoLonger() {
        harbour.listed("liar");
        var video = harbour.video("liar", "2", harbour.playlists.dead("liar"));
        harbour.post("liar", harbour.elsewhere.activity("Announce", "liar", video));
        harbour.probed("liar", 3);
        harbour.heard("liar", harbour.pulse("Offer", "liar", video, 2));
        harbour.probed("liar", 6);
        assertThat(harbour.live()).isEmpty();

        harbour.playlists.moving("liar");
        harbour.await("the team to be live", () -> harbour.live().equals(List.of("The liar")));
        harbour.playlists.dead("liar");
        harbour.clock.advance(Duration.ofSeconds(91));
        harbour.heard("liar", harbour.pulse("Offer", "liar", video, 3));
        harbour.await("the end of it", () -> harbour.live().isEmpty());
    }

    @Nested
    final class OfLiars extends LyingTeams {
        OfLiars() {
            super(harbour, owner);
        }
    }

    @Test
    void nobodyIsLiveWhoWasNotSeenForTwiceAsLongAsAProbeMayTake() {
        harbour.listed("rush");
        var video = harbour.video("rush", "3", harbour.playlists.moving("rush"));
        harbour.post("rush", harbour.elsewhere.activity("Announce", "rush", video));
        harbour.await("the team to be live", () -> !harbour.live().isEmpty());
        harbour.clock.advance(Duration.ofSeconds(121));
        assertThat(harbour.live()).isEmpty();
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
        harbour.node
                .client()
                .sql("UPDATE directory.listing SET gid = :gid WHERE actor = :actor")
                .param("gid", Gid.of(harbour.actor("perch")).bits())
                .param("actor", harbour.actor("pike").toString())
                .update();
        harbour.team("perch");
        assertThat(harbour.directory.name(owner, harbour.actor("perch")))
                .isEqualTo(new Named.NotListed(Consent.Why.TWIN.words()));
        assertThat(harbour.directory.listed()).containsOnlyKeys(harbour.actor("pike"));
    }

    @Test
    void whoHasManyBroadcastsTakesNoPlaceFromOthers() {
        harbour.listed("dune");
        harbour.listed("swarm");
        harbour.live("dune");
        for (int i = 0; i <= MOST; i++) {
            var video = harbour.video("swarm", "swarm" + i, harbour.playlists.moving("swarm" + i));
            harbour.heard("swarm", harbour.elsewhere.activity("Announce", "swarm", video));
        }
        harbour.await("all to be live", () -> harbour.live().equals(List.of("The dune", "The swarm")));
        var elsewhere = harbour.node.get(LiveElsewhere.class);
        harbour.await(
                "all that is said",
                () -> elsewhere.forDirectory(LiveBoard.MOST_OF_ONE).size() == MOST + 2);
        assertThat(elsewhere.forDirectory(1))
                .extracting(Sight::team)
                .containsExactlyInAnyOrder(harbour.actor("dune"), harbour.actor("swarm"));
        startsWithALookAtEach(elsewhere.forDirectory(LiveBoard.MOST_OF_ONE));
    }

    /** Nobody is said to be live, or not, by a board that has not looked. */
    private void startsWithALookAtEach(List<Sight> said) {
        var board = harbour.justStarted();
        assertThat(board.isComplete()).isFalse();
        var now = harbour.clock.instant();
        board.reconcile(said, now);
        assertThat(board.isComplete()).isFalse();
        board.take(now, said.size())
                .forEach(watch -> board.put(watch.looked(watch.read(), new Watch.Verdict.NotSeen(1, ""), now)));
        assertThat(board.isComplete()).isTrue();
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
            assertThat(PeerTubeRules.check(published(reject.toString()))).isEmpty();
            assertThat(MastodonRules.check(published(reject.toString()))).isEmpty();
            assertThat(harbour.directory.name(owner, harbour.actor(team))).isInstanceOf(Named.NotListed.class);
        }
        assertThat(harbour.directory.listed()).hasSize(1);
        assertThatThrownBy(() -> harbour.directory.name(Actor.ANONYMOUS, harbour.actor("open")))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void whoIsTakenOffByARuleHearsWhyObjectsAndCannotComeBackByAsking() {
        harbour.listed("otter");
        var otter = harbour.actor("otter");
        var invite = harbour.asked("otter");
        isTakenOffOnlyByARuleAndWithReasons(otter);
        assertThat(harbour.directory.listed()).doesNotContainKey(otter);

        var notice = harbour.newest("Reject", invite, 1);
        assertThat(notice.path("content").asString())
                .startsWith("Taken off by rule 6 (version 1) until")
                .contains("a loop");
        assertThat(PeerTubeRules.check(published(notice.toString()))).isEmpty();
        assertThat(MastodonRules.check(published(notice.toString()))).isEmpty();
        assertThat(WireExamples.members(notice))
                .isEqualTo(WireExamples.members(
                        WireExamples.ofTheDocs().getOrDefault("Reject", MissingNode.getInstance())));
        var again = harbour.newest("Reject", harbour.invites("otter"), 1);
        assertThat(harbour.directory.name(owner, otter)).isInstanceOf(Named.Barred.class);
        assertThat(harbour.directory.listed()).doesNotContainKey(otter);
        isHeardAndPutBack(again);
    }

    private void isTakenOffOnlyByARuleAndWithReasons(URI team) {
        var good = new Grounds(6, Term.WEEK, REASONS, false);
        assertThatThrownBy(() -> harbour.directory.remove(Actor.ANONYMOUS, team, good))
                .isInstanceOf(NotAllowedException.class);
        assertThat(harbour.directory.remove(owner, team, new Grounds(6, Term.WEEK, "Because.", false)))
                .isEqualTo(new Taken.NoReasons());
        assertThat(harbour.directory.remove(owner, team, new Grounds(60, Term.WEEK, REASONS, false)))
                .isEqualTo(new Taken.NoSuchRule());
        assertThat(harbour.directory.listed()).containsKey(team);
        assertThat(harbour.directory.remove(owner, team, good)).isInstanceOf(Taken.Off.class);
        assertThat(harbour.directory.remove(owner, team, good)).isEqualTo(new Taken.NotThere());
    }

    private void isHeardAndPutBack(JsonNode notice) {
        var removals = harbour.node.get(Removals.class);
        var link = Secret.parse(notice.path("url").asString().replaceFirst(".*/", ""))
                .orElseThrow();
        assertThat(removals.appeal(Actor.ANONYMOUS, link, " ")).isEqualTo(Outcome.NO_WORDS);
        assertThat(removals.appeal(Actor.ANONYMOUS, link, "It was live.")).isEqualTo(Outcome.DONE);
        assertThat(removals.appeal(Actor.ANONYMOUS, link, "And again.")).isEqualTo(Outcome.NOT_NOW);
        var id = removals.find(link).orElseThrow().id();
        assertThat(removals.uphold(owner, id, "The same minute was on air four times."))
                .isEqualTo(Outcome.DONE);
        var invite = URI.create(notice.path("object").path("id").asString());
        assertThat(harbour.newest("Reject", invite, 2).path("content").asString())
                .contains("Your appeal was turned down.");
        assertThat(removals.putBack(owner, id, "The team has shown me the room."))
                .isEqualTo(Outcome.DONE);
        harbour.newest("Accept", invite, 1);
        assertThat(removals.find(link).orElseThrow().steps())
                .extracting(Step::kind)
                .containsExactly(Step.Kind.REMOVED, Step.Kind.APPEALED, Step.Kind.UPHELD, Step.Kind.PUT_BACK);
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
    void forWhomATeamVouchesIsReadAtItsOwnAddressAndTwoCountInAMonth() {
        var stork = harbour.actor("stork");
        var collection = harbour.vouches("stork", "https://a.example/g", "https://b.example/g", "https://c.example/g");
        harbour.team("stork", document -> document.put("vouches", collection.toString()));
        assertThat(harbour.directory.name(owner, stork)).isEqualTo(new Named.Listed());
        harbour.await("vouches", () -> counting(stork).equals(List.of("https://a.example/g", "https://b.example/g")));

        harbour.vouches("stork", "https://b.example/g", "https://c.example/g");
        harbour.heard(
                "stork",
                harbour.elsewhere
                        .activity("Remove", "stork", URI.create("https://a.example/g"))
                        .put("target", collection.toString()));
        harbour.await("the end of one", () -> counting(stork).equals(List.of("https://b.example/g")));
        harbour.forget(owner, stork);
        assertThat(counting(stork)).isEmpty();
    }

    private List<String> counting(URI voucher) {
        return harbour.node
                .client()
                .sql(
                        "SELECT vouched FROM vouches.vouch WHERE voucher = :voucher AND counted_at IS NOT NULL AND ended_at IS NULL ORDER BY vouched")
                .param("voucher", voucher.toString())
                .query(String.class)
                .list();
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
    void whoFollowsTheDirectoryHearsWhoGoesLiveAndReadsWhoIs() {
        harbour.elsewhere.show(harbour.actor("fan"), harbour.elsewhere.person("fan"));
        harbour.heard("fan", harbour.elsewhere.activity("Follow", "fan", harbour.name));
        harbour.listed("stoat");
        harbour.live("stoat");
        var video = harbour.board.live().getFirst().video();
        harbour.await("the news", () -> !harbour.letters("Announce", video).isEmpty());
        var announce = harbour.letters("Announce", video).getFirst();
        assertThat(announce.path("actor").asString()).isEqualTo(harbour.name.toString());
        assertThat(PeerTubeRules.check(published(announce.toString()))).isEmpty();
        assertThat(MastodonRules.check(published(announce.toString()))).isEmpty();
        var live = new WebVisitor(harbour.node.node().web())
                .getJson("/ap/actor/live")
                .body();
        assertThat(Harbour.MAPPER
                        .readTree(live)
                        .path("orderedItems")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactly(video.toString());
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

    /** As if both servers were on the web. */
    private static JsonNode published(String document) {
        return Harbour.MAPPER.readTree(document.replaceAll("http://localhost:\\d+", "https://node.example")
                .replaceAll("http://127\\.0\\.0\\.1:\\d+", "https://pond.example"));
    }
}
