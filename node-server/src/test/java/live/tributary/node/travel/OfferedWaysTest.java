// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

import live.tributary.federation.vocab.Raids;
import live.tributary.federation.vocab.RingLanes;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.Neighbour;
import live.tributary.node.fixtures.WebVisitor;
import live.tributary.node.following.Followings;
import live.tributary.node.following.LiveElsewhere;
import live.tributary.node.following.Wisher;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.rings.RingDeed;
import live.tributary.node.rings.RingFounding;
import live.tributary.node.rings.RingMates;
import live.tributary.node.rings.RingSeats;
import live.tributary.node.rings.RingVotes;
import live.tributary.node.rings.RingWords;
import live.tributary.node.rings.Rings;
import live.tributary.node.rings.Slug;

import static org.assertj.core.api.Assertions.assertThat;

/** Which ways viewers of River are offered. Part of {@link HandoffOfTwoNodesTest}, which owns the nodes. */
abstract class OfferedWaysTest {

    /** So many rafts one after the other do not all draw another lane than their ring's. */
    private static final int MOST_RAFTS = 40;

    private final RiverAndKiln both;
    private final FederatedNode river;
    private final FederatedNode kiln;

    OfferedWaysTest(RiverAndKiln both) {
        this.both = both;
        this.river = both.river;
        this.kiln = both.kiln;
    }

    @Test
    void aRingMateWhomNobodyFollowsIsGoneToAndShownWhileRiverIsOffAir() {
        var mate = both.potter("slip");
        kiln.get(Hosting.class).put(kiln.house().actor(), mate, RiverAndKiln.OPEN);
        var ring = ring(mate);
        RiverAndKiln.await(
                "the ring mate to be on air",
                () -> river.get(LiveElsewhere.class).forRings().size() == 1);
        both.potters.forEach(potter -> both.shield(potter, true));
        both.end();
        try {
            var gid = Gid.of(both.address(mate)).toString();
            assertThat(found().path("gid").asString()).isEqualTo(gid);
            assertThat(asked(mate))
                    .extracting(question -> question.path("lane").asString())
                    .containsOnly("ring");
            assertThat(shownOffAir())
                    .hasSize(2)
                    .anyMatch(card -> card.contains("slip on"))
                    .anyMatch(card -> !card.contains("slip on"));
        } finally {
            both.endOf(mate);
            river.get(RingSeats.class).leave(river.house().actor(), both.team(), ring);
            // What nobody points at any more is forgotten by then.
            both.clock.advance(Duration.ofMinutes(6));
        }
    }

    @Test
    void aSearchThatTheDatabaseBreaksOffEnds() {
        both.end();
        river.client().sql("ALTER TABLE travel.turn RENAME TO turned").update();
        assertThat(both.settled(both.join())).isEqualTo("nowhere");
        river.client().sql("ALTER TABLE travel.turned RENAME TO turn").update();
    }

    @Test
    void aTeamThatDoesNotAnswerIsWaitedForOnce() {
        both.only(both.potters.getFirst());
        both.end();
        var places = List.of(both.join(), both.join(), both.join());
        whileTheFirstPotterIsSilent(
                () -> assertThat(places).extracting(both::settled).containsOnly("nowhere"));
        assertThat(asked(both.potters.getFirst())).hasSize(1);
    }

    @Test
    void aRaftIsNotDividedWhenTheTimeOfThreeWavesIsOver() {
        both.only(both.potters.getFirst());
        both.end();
        var places = List.of(both.join(), both.join(), both.join());
        both.gather();
        whileTheFirstPotterIsSilent(() -> {
            RiverAndKiln.await("three questions", () -> both.questions().size() == 3);
            both.clock.advance(Duration.ofSeconds(15));
            both.shield(both.potters.getFirst(), true);
        });
        assertThat(places).extracting(both::settled).containsOnly("nowhere");
        assertThat(both.questions()).hasSize(3);
    }

    @Test
    void afterItsPlacesWereGivenUpTheSameTeamMayBeAskedAgain() {
        var potter = both.potters.getFirst();
        both.only(potter);
        both.end();
        var place = both.join();
        both.next(place);
        both.clock.advance(Duration.ofMinutes(5));
        assertThat(both.step("go", place).path("state").asString()).isEqualTo("searching");
        assertThat(both.teamOf(both.next(place))).isEqualTo(potter);
        assertThat(both.step("go", place).path("state").asString()).isEqualTo("go");
    }

    @Test
    void anIntermissionOffersAWayAndTheWayBack() {
        var potter = both.potters.getFirst();
        both.only(potter);
        kiln.get(PolicyStore.class).befriend(potter, river.groupAddress(), both.clock.instant());
        both.riverIsOnAir();
        var channel = river.house().channel();
        RiverAndKiln.await(
                "River to be on air",
                () -> river.get(Sendings.class).pause(river.house().actor(), channel));
        var place = both.join();
        assertThat(both.next(place).path("kind").asString()).isEqualTo("intermission");
        var arrival = new WebVisitor(kiln.node().web()).get(pathOf(both.step("go", place)));
        assertThat(arrival.page().select(".floated").text()).contains("River, which goes on after a break");
        assertThat(arrival.page().select(".floated a").attr("href"))
                .startsWith(river.node().web().toString());

        river.get(Sendings.class).callBack(river.house().actor(), channel);
        assertThat(both.state().has("handoff")).isFalse();
        kiln.get(PolicyStore.class).unfriend(potter, river.groupAddress());
    }

    private static String pathOf(JsonNode going) {
        var page = URI.create(going.path("page").asString());
        return page.getRawPath() + "?" + page.getRawQuery();
    }

    @Test
    void toATeamThatCannotBeAskedThereIsALinkAndNobodyIsCarried() {
        try (var tern = new Neighbour()) {
            isOnAirWithoutHandoffs(tern);
            both.riverIsOnAir();
            var sent = river.get(Sendings.class)
                    .send(
                            river.house().actor(),
                            river.house().channel(),
                            tern.at("/tern").toString());
            assertThat(sent).isInstanceOf(Chosen.Done.class);
            var place = both.join();
            assertThat(both.settled(place)).isEqualTo("link");
            assertThat(both.step("go", place).path("state").asString()).isEqualTo("link");
            assertThat(both.step("look", place).path("next").path("page").asString())
                    .isEqualTo(tern.at("/w/1").toString());
            assertThat(both.questions()).isEmpty();
        }
        river.get(Sendings.class).callBack(river.house().actor(), river.house().channel());
    }

    /** A server that says who is live, and knows nothing of viewers who are carried. */
    private static void isOnAirWithoutHandoffs(Neighbour tern) {
        var root = tern.at("");
        tern.says("/tern", "application/activity+json", """
                {"@context": "https://www.w3.org/ns/activitystreams", "type": "Group", "id": "%1$s/tern", "preferredUsername": "tern",
                 "inbox": "%1$s/tern/inbox", "https://w3id.org/tributary/ns#liveNow": "%1$s/tern/live"}""".formatted(root));
        tern.says("/tern/live", "application/activity+json", """
                {"@context": "https://www.w3.org/ns/activitystreams", "type": "OrderedCollection", "id": "%1$s/tern/live",
                 "orderedItems": ["%1$s/v/1"]}""".formatted(root));
        tern.says("/v/1", "application/activity+json", """
                {"@context": "https://www.w3.org/ns/activitystreams", "type": "Video", "id": "%1$s/v/1", "name": "Terns",
                 "isLiveBroadcast": true, "state": 1, "attributedTo": "%1$s/tern",
                 "url": {"type": "Link", "mediaType": "text/html", "href": "%1$s/w/1"}}""".formatted(root));
    }

    @Test
    void nobodyIsOfferedTheWayBackToATeamFromWhichOthersCame() {
        var came = both.potters.getFirst();
        var other = both.potters.getLast();
        riverLetsEverybodyIn();
        kiln.get(Followings.class)
                .follow(
                        kiln.house().actor(),
                        new Wisher.OfTeam(came),
                        river.groupAddress().toString());
        both.only(came);
        both.end();
        var place = both.join();
        both.next(place);
        new WebVisitor(kiln.node().web()).get(pathOf(both.step("go", place)));
        both.riverIsOnAir();
        // Who comes back so soon is announced to nobody: the next pulse tells of it.
        both.clock.advance(Duration.ofMinutes(6));
        RiverAndKiln.await("River to be known", () -> {
            kiln.get(Scout.class).round(List.of(came));
            return kiln.get(Scout.class).live().stream().anyMatch(prospect -> prospect.raids() == Raids.EVERYONE);
        });

        assertThat(both.afterTheEndOf(other).path("state").asString()).isEqualTo("found");
        long asked = offersOfKiln();
        assertThat(both.afterTheEndOf(came).path("state").asString()).isEqualTo("nowhere");
        assertThat(offersOfKiln()).isEqualTo(asked);
        bothAreOnAirAgain(came, other);
    }

    /** What was known of it is old by then. */
    private void riverLetsEverybodyIn() {
        river.get(Hosting.class).put(river.house().actor(), both.team(), RiverAndKiln.OPEN);
        both.clock.advance(Surveys.TEAM_KEPT);
        both.threeTeamsAreOnAir();
    }

    private void bothAreOnAirAgain(TeamId one, TeamId other) {
        both.goLive(both.channel(one));
        both.goLive(both.channel(other));
        river.get(Hosting.class).put(river.house().actor(), both.team(), RiverAndKiln.CARRYING);
        // Who comes back so soon is announced to nobody: the next pulse tells of it.
        both.clock.advance(Duration.ofMinutes(6));
        RiverAndKiln.await("both to be seen on air again", () -> both.live() == 3);
    }

    private long offersOfKiln() {
        return kiln.letters().stream()
                .filter(letter -> letter.path("type").asString().equals("Offer"))
                .count();
    }

    /** What this team was asked in the hand-off that is offered now. */
    private List<JsonNode> asked(TeamId team) {
        return both.questions().stream()
                .filter(question -> question.path("to")
                        .toString()
                        .contains(both.address(team).toString()))
                .toList();
    }

    private void whileTheFirstPotterIsSilent(Runnable deed) {
        kiln.get(TransactionOperations.class).executeWithoutResult(_ -> {
            kiln.get(PolicyStore.class).lock(both.potters.getFirst());
            deed.run();
        });
    }

    /** Kept by the other node: its team has founded it, and takes River in. */
    private URI ring(TeamId founder) {
        var owner = kiln.house().actor();
        var words = new RingWords("Clay", "", new RingLanes(70, 20, 10));
        var ring = ((RingDeed.Done) kiln.get(RingFounding.class).found(owner, founder, new Slug("clay"), words)).ring();
        river.get(RingSeats.class).apply(river.house().actor(), both.team(), ring.toString());
        var known = kiln.get(Rings.class).find(ring).orElseThrow();
        RiverAndKiln.await(
                "the application",
                () -> !kiln.get(RingVotes.class).applications(founder, known).isEmpty());
        kiln.get(RingVotes.class).vote(owner, founder, ring, river.groupAddress(), true);
        RiverAndKiln.await(
                "River to know its ring mate",
                () -> river.get(RingMates.class).mates(both.team()).contains(both.address(founder)));
        return ring;
    }

    /** Where the first raft goes that finds somebody. */
    private JsonNode found() {
        return Stream.generate(both::join)
                .limit(MOST_RAFTS)
                .filter(place -> both.settled(place).equals("found"))
                .map(place -> both.step("look", place).path("next"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> shownOffAir() {
        return new WebVisitor(river.node().web())
                .get("/@river")
                .page()
                .select("section[aria-labelledby=downstream] .live-card")
                .eachText();
    }
}
