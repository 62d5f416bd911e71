// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import live.tributary.fixtures.fediverse.MastodonRules;
import live.tributary.fixtures.fediverse.PeerTubeRules;
import live.tributary.node.fixtures.WebVisitor;
import live.tributary.node.following.LiveElsewhere;
import live.tributary.node.following.Sight;
import live.tributary.node.inbox.Elsewhere;

import static org.assertj.core.api.Assertions.assertThat;

/** Who of the listed teams is live: what moves, as this node has seen itself. */
abstract class LiveTeams {

    private final Harbour harbour;

    LiveTeams(Harbour harbour) {
        this.harbour = harbour;
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
    void whoHasManyBroadcastsTakesNoPlaceFromOthers() {
        harbour.listed("dune");
        harbour.listed("swarm");
        harbour.live("dune");
        for (int i = 0; i <= LiveBoard.MOST_OF_ONE; i++) {
            var video = harbour.video("swarm", "swarm" + i, harbour.playlists.moving("swarm" + i));
            harbour.heard("swarm", harbour.elsewhere.activity("Announce", "swarm", video));
        }
        harbour.await("all to be live", () -> harbour.live().equals(List.of("The dune", "The swarm")));
        var elsewhere = harbour.node.get(LiveElsewhere.class);
        harbour.await("all that is looked at", () -> elsewhere.forDirectory().size() == LiveBoard.MOST_OF_ONE + 1);
        assertThat(elsewhere.forDirectory()).extracting(Sight::team).contains(harbour.actor("dune"));
        startsWithALookAtEach(elsewhere.forDirectory());
    }

    @Test
    void whoHasSomethingNewIsReadAgainAndEverybodyElseOnceAMinute() {
        harbour.listed("finch");
        harbour.live("finch");
        var video = harbour.board.live().getFirst().video();
        new KeptStore(harbour.node.client()).rename(video, "Unheard");
        assertThat(titles()).doesNotContain("Unheard");
        harbour.clock.advance(Duration.ofMinutes(1));
        assertThat(titles()).contains("Unheard");
        harbour.heard("finch", harbour.pulse("Leave", "finch", video, 9));
        assertThat(titles()).doesNotContain("Unheard");
    }

    private List<String> titles() {
        return harbour.node.get(LiveElsewhere.class).forDirectory().stream()
                .map(Sight::title)
                .toList();
    }

    /** Nobody is said to be live, or not, by a board that has not looked. */
    private void startsWithALookAtEach(List<Sight> said) {
        var board = harbour.justStarted();
        assertThat(board.isComplete()).isFalse();
        var now = harbour.clock.instant();
        var atTheStart = said.subList(1, said.size());
        board.reconcile(atTheStart, now);
        assertThat(board.isComplete()).isFalse();
        board.take(now, said.size())
                .forEach(watch -> board.put(watch.looked(watch.read(), new Watch.Verdict.NotSeen(1, ""), now)));
        assertThat(board.isComplete()).isTrue();
        board.reconcile(said, now);
        assertThat(board.isComplete())
                .as("also while somebody who has just begun was not looked at")
                .isTrue();
        endsTheWaitForWhoHasEnded(atTheStart, now);
    }

    private void endsTheWaitForWhoHasEnded(List<Sight> said, Instant now) {
        var board = harbour.justStarted();
        board.reconcile(said, now);
        board.reconcile(List.of(), now);
        assertThat(board.isComplete()).isTrue();
    }

    /** Where every Owncast server has its playlist: it has no document of a broadcast. */
    @Test
    void anOwncastServerIsLiveByItsPlaylistUntilItSaysThatItIsNot() {
        var front = harbour.elsewhere.at("/");
        harbour.named("shed", document -> document.put("type", "Service").put("url", front.toString()));
        harbour.elsewhere.sendOn(harbour.elsewhere.at("/hls/stream.m3u8"), harbour.playlists.moving("shed"));
        harbour.heard("shed", Elsewhere.owncast(harbour.elsewhere.activity("Offer", "shed", front), "live"));
        harbour.await("the server to be live", () -> harbour.live().equals(List.of("The shed")));
        assertThat(harbour.board.live().getFirst()).satisfies(live -> {
            assertThat(live.title()).isEqualTo("Welding a gate");
            assertThat(live.page()).isEqualTo(front);
            assertThat(live.languages()).containsExactly("und");
        });
        harbour.heard("shed", Elsewhere.owncast(harbour.elsewhere.activity("Leave", "shed", front), "offline"));
        harbour.await("its end", () -> harbour.live().isEmpty());
    }

    @Test
    void aPeerTubeChannelIsLiveByItsPlaylistUntilItsVideoIsOver() {
        harbour.named("tube", document -> document.put("support", "Pay us a coffee."));
        var playlist = harbour.playlists.moving("tube");
        var video = harbour.tube("tube", "tube", playlist, 1);
        harbour.post("tube", harbour.elsewhere.activity("Announce", "tube", video));
        harbour.await("the channel to be live", () -> harbour.live().equals(List.of("The tube")));
        assertThat(harbour.board.live().getFirst().page()).isEqualTo(harbour.elsewhere.at("/w/tube"));
        harbour.tube("tube", "tube", playlist, 5);
        harbour.post("ana", harbour.elsewhere.activity("Update", "ana", video));
        harbour.await("its end", () -> harbour.live().isEmpty());
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
        assertThat(PeerTubeRules.check(Harbour.published(announce.toString()))).isEmpty();
        assertThat(MastodonRules.check(Harbour.published(announce.toString()))).isEmpty();
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
}
