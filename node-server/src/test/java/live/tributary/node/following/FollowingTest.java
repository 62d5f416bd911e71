// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.fixtures.fediverse.MastodonRules;
import live.tributary.fixtures.fediverse.PeerTubeRules;
import live.tributary.node.blocks.Blocks;
import live.tributary.node.blocks.Ground;
import live.tributary.node.blocks.Stranger;
import live.tributary.node.domains.DomainName;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.domains.DomainPolicy;
import live.tributary.node.domains.Severity;
import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.WebVisitor;
import live.tributary.node.following.Followed.Standing;
import live.tributary.node.inbox.Elsewhere;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whom a node follows elsewhere, and what is seen of that: only what those who are followed say, and only as long as they say it. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FollowingTest {

    static final Duration TWELVE_MINUTES = Duration.ofMinutes(12);

    private final Riverside river;
    private final FederatedNode node;
    private final Pond pond;
    private final Followings followings;
    private final LiveElsewhere live;
    private final Wisher team;
    private final Actor owner;

    FollowingTest(TestDatabase database, @TempDir Path data) {
        river = new Riverside(database, data);
        node = river.node;
        pond = river.pond;
        followings = river.followings;
        live = river.live;
        team = river.team;
        owner = river.owner;
    }

    @AfterEach
    void followNobody() {
        followings.of(owner, team).forEach(followed -> followings.unfollow(owner, team, followed.actor()));
        assertThat(live.all()).isEmpty();
    }

    @AfterAll
    void stop() {
        river.close();
    }

    @Test
    void whoIsLiveWhenTheySayYesIsSeenOnTheNodeAndOnTheTeamsPageAndWatchedThere() {
        pond.actor("kiln", "Group");
        var video = river.shows(pond.video("1", "kiln", "live", 3, TWELVE_MINUTES));
        pond.list(URI.create(pond.actor("kiln") + "/live"), video);

        assertThat(followings.follow(owner, team, "@kiln@" + pond.host()))
                .isEqualTo(new Asked.Done(pond.actor("kiln")));
        var follow = river.awaitFollow("kiln");
        assertThat(follow.path("actor").asString()).endsWith("/ap/actor");
        assertThat(PeerTubeRules.check(Riverside.published(follow))).isEmpty();
        assertThat(MastodonRules.check(Riverside.published(follow))).isEmpty();
        assertThat(river.standing("kiln")).isEqualTo(Standing.ASKED);
        assertThat(live.all()).isEmpty();

        river.accepts("kiln", follow);
        river.await("the broadcast", () -> live.all().size() == 1);
        assertThat(live.all().getFirst()).satisfies(stream -> {
            assertThat(stream.title()).isEqualTo("Evening 1");
            assertThat(stream.team().name()).isEqualTo("The kiln");
            assertThat(stream.team().host()).isEqualTo(pond.host());
            assertThat(stream.page()).isEqualTo(pond.at("/w/1"));
            assertThat(stream.fresh()).isTrue();
        });
        assertThat(live.of(Actor.ANONYMOUS, team)).hasSize(1);
        assertThat(live.of(owner, new Wisher.OfNode())).isEmpty();
        var visitor = new WebVisitor(node.node().web());
        for (var page : List.of("/", "/@river")) {
            assertThat(visitor.get(page)
                            .page()
                            .select("section:has(#elsewhere) a.live-card")
                            .attr("href"))
                    .as(page)
                    .isEqualTo(pond.at("/w/1").toString());
        }

        pond.post("kiln", pond.pulse("Leave", "kiln", video, 4, Duration.ZERO));
        river.await("its end", () -> live.all().isEmpty());
    }

    @Test
    void severalWishesAreOneFollowAndTheLastOneEndsIt() {
        pond.actor("reed", "Group");
        var member = new Wisher.OfMember(node.house().seat().id());
        river.follow(team, "reed");
        river.follow(member, "reed");
        var follow = river.awaitFollow("reed");
        river.accepts("reed", follow);
        river.await("yes", () -> river.standing("reed") == Standing.FOLLOWED);
        assertThat(node.get(FolloweeStore.class)
                        .find(pond.actor("reed"))
                        .orElseThrow()
                        .follows())
                .hasSize(1);
        var collection = Pond.MAPPER.readTree(
                new WebVisitor(node.node().web()).get("/ap/actor/following").body());
        assertThat(collection.path("totalItems").asInt()).isOne();
        assertThat(collection.has("orderedItems") || collection.has("first")).isFalse();

        followings.unfollow(owner, team, pond.actor("reed"));
        assertThat(followings.of(owner, member)).extracting(Followed::standing).containsExactly(Standing.FOLLOWED);
        assertThat(followings.unfollow(owner, member, pond.actor("reed"))).isTrue();
        assertThat(followings.unfollow(owner, member, pond.actor("reed"))).isFalse();
        river.await("the end", () -> pond.letters("Undo", pond.actor("reed")).size() == 1);
        var undo = pond.letters("Undo", pond.actor("reed")).getFirst();
        assertThat(undo.path("object").path("id")).isEqualTo(follow.path("id"));
        assertThat(PeerTubeRules.check(Riverside.published(undo))).isEmpty();
        assertThat(MastodonRules.check(Riverside.published(undo))).isEmpty();
    }

    @Test
    void nobodySaysYesForAnother() {
        pond.actor("moss", "Group");
        river.follow(team, "moss");
        var follow = river.awaitFollow("moss");

        river.heard("mallory", pond.activity("Accept", "mallory", (ObjectNode) follow));
        river.heard("moss", pond.activity("Accept", "moss", pond.at("/follows/other")));
        assertThat(river.standing("moss")).isEqualTo(Standing.ASKED);

        river.heard("moss", pond.activity("Reject", "moss", (ObjectNode) follow));
        assertThat(river.standing("moss")).isEqualTo(Standing.REFUSED);
        var video = river.shows(pond.video("0", "moss", "live", 1, TWELVE_MINUTES));
        river.heard("moss", pond.pulse("Offer", "moss", video, 2, TWELVE_MINUTES));
        river.heard("moss", pond.activity("Announce", "moss", video));
        river.awaitLooks();
        assertThat(pond.asked()).doesNotContain("/v/0");
    }

    @Test
    void nobodySpeaksForAnothersBroadcast() {
        river.followed("fern");
        river.followed("sedge");
        var video = river.shows(pond.video("2", "fern", "live", 5, TWELVE_MINUTES));
        river.heard("mallory", pond.activity("Announce", "mallory", video));
        river.heard("mallory", pond.pulse("Offer", "mallory", video, 9, TWELVE_MINUTES));
        river.awaitLooks();
        assertThat(pond.asked()).doesNotContain("/v/2");

        pond.post("fern", pond.activity("Announce", "fern", video));
        river.await("the broadcast", () -> live.all().size() == 1);
        river.heard("mallory", pond.pulse("Leave", "mallory", video, 9, Duration.ZERO));
        river.heard("sedge", pond.pulse("Leave", "sedge", video, 9, Duration.ZERO));
        river.heard("fern", pond.pulse("Leave", "fern", video, 5, Duration.ZERO));
        assertThat(live.all()).hasSize(1);
        river.heard("fern", pond.pulse("Leave", "fern", video, 6, Duration.ZERO));
        assertThat(live.all()).isEmpty();
    }

    @Test
    void whatIsNotHeardOfAnyMoreIsShownLastAndThenNoMore() {
        river.followed("rush");
        var heard = river.shows(pond.video("3", "rush", "live", 1, TWELVE_MINUTES));
        var silent = river.shows(pond.video("5", "rush", "live", 1, Duration.ofDays(365)));
        pond.post("rush", pond.activity("Announce", "rush", heard));
        pond.post("rush", pond.activity("Announce", "rush", silent));
        river.await("the broadcasts", () -> live.all().size() == 2);
        pond.answer(heard, 503);
        pond.answer(silent, 503);

        river.clock.advance(Duration.ofMinutes(11));
        river.heard("rush", pond.pulse("Offer", "rush", heard, 2, TWELVE_MINUTES));
        assertThat(live.all()).extracting(RemoteStream::fresh).containsExactly(true, true);
        // Nobody is believed for a year.
        river.clock.advance(Belief.LONGEST.minusMinutes(10));
        assertThat(live.all()).extracting(RemoteStream::id).containsExactly(heard, silent);
        assertThat(live.all()).extracting(RemoteStream::fresh).containsExactly(true, false);
        river.clock.advance(Belief.STALE.minusMinutes(1));
        assertThat(live.all()).extracting(RemoteStream::id).containsExactly(heard);
        river.clock.advance(Belief.STALE);
        assertThat(live.all()).isEmpty();
    }

    /** The leave before the pulse, the change before the announcement, the pulse before the title: 24 orders of each. */
    @Test
    void newsEndAlikeInWhateverOrderTheyArrive() {
        river.followed("eel");
        var news = new NewsInAnyOrder(node, pond, "eel", river.clock);
        assertThat(news.ends("live")).containsExactly("The last title t 4");
        assertThat(news.ends("ended")).containsExactly("The last title f 4");
    }

    @Test
    void peerTubeIsAskedNowAndThenBecauseItSaysNothingByItself() {
        river.followed("otter");
        var video = river.shows(pond.tubeVideo("4", "otter", 1));
        pond.post("otter", pond.activity("Announce", "otter", video));
        river.await("the broadcast", () -> live.all().size() == 1);

        pond.show(video, pond.tubeVideo("4", "otter", 1).put("name", "Night"));
        river.clock.advance(Belief.BETWEEN_LOOKS.plusSeconds(5));
        river.await("another look", () -> live.all().getFirst().title().equals("Night"));
        assertThat(live.all().getFirst().fresh()).isTrue();

        // An Update is a hint: it is looked up, whatever stands in it.
        pond.show(video, pond.tubeVideo("4", "otter", 5));
        pond.post("ana", pond.activity("Update", "ana", pond.tubeVideo("4", "otter", 1)));
        river.await("its end", () -> live.all().isEmpty());
    }

    @Test
    void aWholeServerIsFollowedByItsOneAccountAndBelievedAboutItself() {
        pond.actor("shed", "Service");
        var links = Pond.MAPPER.createObjectNode();
        links.putArray("links")
                .addObject()
                .put("rel", "http://nodeinfo.diaspora.software/ns/schema/2.0")
                .put("href", pond.at("/nodeinfo/2.0").toString());
        pond.show(pond.at("/.well-known/nodeinfo"), links);
        var nodeInfo = Pond.MAPPER.createObjectNode();
        nodeInfo.putObject("metadata").putObject("federation").put("username", "shed");
        pond.show(pond.at("/nodeinfo/2.0"), nodeInfo);

        assertThat(followings.follow(owner, team, pond.host())).isEqualTo(new Asked.Done(pond.actor("shed")));
        var accept = pond.activity("Accept", "shed", (ObjectNode) river.awaitFollow("shed"));
        river.heard("shed", Elsewhere.owncast(accept, "live"));
        assertThat(live.all()).hasSize(1);
        river.heard("shed", Elsewhere.owncast(pond.activity("Offer", "shed", pond.at("/")), "live"));
        assertThat(live.all().getFirst()).satisfies(stream -> {
            assertThat(stream.title()).isEqualTo("Welding a gate");
            assertThat(stream.page()).isEqualTo(pond.at("/"));
            assertThat(stream.team().name()).isEqualTo("The shed");
        });
        river.heard("shed", Elsewhere.owncast(pond.activity("Leave", "shed", pond.at("/")), "offline"));
        assertThat(live.all()).isEmpty();
    }

    @Test
    void aTeamThatUsesOwncastsWordsInItsAnswerIsNoStreamOfItsOwn() {
        pond.actor("loom", "Group");
        assertThat(followings.follow(owner, team, "@loom@" + pond.host()))
                .isEqualTo(new Asked.Done(pond.actor("loom")));
        var accept = pond.activity("Accept", "loom", (ObjectNode) river.awaitFollow("loom"));
        river.heard("loom", Elsewhere.owncast(accept, "live"));
        assertThat(live.all()).isEmpty();
    }

    @Test
    void whoDoesNotAnswerIsAskedAgainAndMayAnswerEither() {
        pond.actor("newt", "Group");
        river.follow(team, "newt");
        var first = river.awaitFollow("newt");
        river.clock.advance(Requests.AGAIN.getFirst().plusSeconds(1));
        river.await(
                "another letter",
                () -> pond.letters("Follow", pond.actor("newt")).size() == 2);
        river.accepts("newt", first);
        river.await("yes", () -> river.standing("newt") == Standing.FOLLOWED);
        followings.unfollow(owner, team, pond.actor("newt"));
        river.await(
                "an end of both", () -> pond.letters("Undo", pond.actor("newt")).size() == 2);
    }

    @Test
    void whoMovesIsFollowedAtTheNewPlaceIfThatSaysTheSame() {
        river.followed("toad");
        pond.actor("newtoad", "Group");
        pond.show(pond.actor("toad"), river.moved("toad", "newtoad"));
        river.lookAgain("toad");
        assertThat(followings.of(owner, team)).extracting(Followed::actor).containsExactly(pond.actor("toad"));

        var there = pond.actor("newtoad", "Group");
        there.putArray("alsoKnownAs").add(pond.actor("toad").toString());
        pond.show(pond.actor("newtoad"), there);
        river.lookAgain("toad");
        assertThat(followings.of(owner, team)).extracting(Followed::actor).containsExactly(pond.actor("newtoad"));
        river.awaitFollow("newtoad");
        river.await("the end", () -> pond.letters("Undo", pond.actor("toad")).size() == 1);
    }

    @Test
    void whoCannotBeReachedAndWhoIsGoneAreNamedSo() {
        river.followed("heron");
        pond.answer(pond.actor("heron"), 503);
        river.lookAgain("heron");
        assertThat(river.standing("heron")).isEqualTo(Standing.UNREACHABLE);
        river.heard("heron", pond.activity("Announce", "heron", node.videoAddress()));
        river.heard("heron", pond.activity("Announce", "heron", pond.at("/notes/1")));
        assertThat(river.standing("heron")).isEqualTo(Standing.FOLLOWED);
        river.heard("heron", pond.activity("Delete", "heron", pond.actor("heron")));
        assertThat(river.standing("heron")).isEqualTo(Standing.GONE);
    }

    @Test
    void aLimitedServerIsNotShownAndABlockedOneIsNotFollowed() {
        river.followed("loon");
        var video = river.shows(pond.video("6", "loon", "live", 1, TWELVE_MINUTES));
        pond.post("loon", pond.activity("Announce", "loon", video));
        river.await("the broadcast", () -> live.all().size() == 1);
        var policies = node.get(DomainPolicies.class);
        var domain = new DomainName("127.0.0.1");
        policies.put(owner, new DomainPolicy(domain, Severity.LIMIT, false, false, "", false));
        assertThat(live.all()).isEmpty();
        assertThat(live.of(Actor.ANONYMOUS, team)).isEmpty();
        assertThat(followings.of(owner, team)).hasSize(1);
        policies.put(owner, new DomainPolicy(domain, Severity.SUSPEND, false, false, "", false));
        assertThat(followings.of(owner, team)).isEmpty();
        assertThat(followings.follow(owner, team, pond.actor("loon").toString()))
                .isEqualTo(new Asked.Not(Asked.Why.BLOCKED));
        policies.remove(owner, domain);
        assertThat(live.all()).isEmpty();
    }

    @Test
    void whomATeamKeepsOutItNeitherFollowsNorShows() {
        river.followed("grebe");
        river.followed("coot");
        var video = river.shows(pond.video("7", "grebe", "live", 1, TWELVE_MINUTES));
        pond.post("coot", pond.activity("Announce", "coot", video));
        river.await("the broadcast", () -> live.of(Actor.ANONYMOUS, team).size() == 1);

        var blocks = node.get(Blocks.class);
        var ground = new Ground.OfTeam(node.house().team().id());
        var grebe = new Stranger.Somebody(pond.actor("grebe"));
        blocks.put(owner, ground, grebe);
        assertThat(followings.of(owner, team)).extracting(Followed::actor).containsExactly(pond.actor("coot"));
        assertThat(live.of(Actor.ANONYMOUS, team)).isEmpty();
        blocks.lift(owner, ground, grebe);
        assertThat(live.of(Actor.ANONYMOUS, team)).hasSize(1);
    }

    @Test
    void saysWhyNobodyIsFollowed() {
        assertThat(followings.follow(owner, team, "ana")).isEqualTo(new Asked.Not(Asked.Why.NO_ADDRESS));
        assertThat(followings.follow(owner, team, pond.at("/nowhere").toString()))
                .isEqualTo(new Asked.Not(Asked.Why.NOBODY));
        assertThat(followings.follow(owner, team, node.groupAddress().toString()))
                .isEqualTo(new Asked.Not(Asked.Why.OURS));
        assertThat(followings.follow(owner, team, "http://127.0.0.1:9/"))
                .isEqualTo(new Asked.Not(Asked.Why.NO_ACTOR_OF_ITS_OWN));
        pond.answer(pond.at("/tired"), 503);
        assertThat(followings.follow(owner, team, pond.at("/tired").toString()))
                .isEqualTo(new Asked.Not(Asked.Why.SILENT));
        assertThatThrownBy(() -> followings.follow(Actor.ANONYMOUS, team, "@ana@" + pond.host()))
                .isInstanceOf(NotAllowedException.class);
    }

    @Nested
    final class OfLimits extends FollowingLimits {
        OfLimits() {
            super(river);
        }
    }
}
