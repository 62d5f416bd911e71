// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.MissingNode;

import live.tributary.federation.vocab.HandoffKind;
import live.tributary.federation.vocab.Raids;
import live.tributary.federation.vocab.Travel;
import live.tributary.federation.vocab.TravelLane;
import live.tributary.federation.vocab.TravelOffer;
import live.tributary.fixtures.process.Waiting;
import live.tributary.node.blocks.Blocks;
import live.tributary.node.blocks.Ground;
import live.tributary.node.blocks.Stranger;
import live.tributary.node.domains.DomainName;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.domains.DomainPolicy;
import live.tributary.node.domains.Severity;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.Videos;
import live.tributary.node.fediverse.WireExamples;
import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.WebVisitor;
import live.tributary.node.following.Followings;
import live.tributary.node.following.Wisher;
import live.tributary.node.inbox.ClockAhead;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.TeamId;

import static org.assertj.core.api.Assertions.assertThat;

/** River ends, and its viewers are carried to teams of another node. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HandoffOfTwoNodesTest {

    private static final String STUDIO = "/studio/downstream";

    private final RiverAndKiln both;
    private final FederatedNode river;
    private final FederatedNode kiln;
    private final List<TeamId> potters;
    private final ClockAhead clock;

    HandoffOfTwoNodesTest(TestDatabase database, @TempDir Path data) {
        both = new RiverAndKiln(database, data);
        river = both.river;
        kiln = both.kiln;
        potters = both.potters;
        clock = both.clock;
    }

    @BeforeAll
    void riverKnowsThreeTeamsOfTheOtherNode() {
        both.riverKnowsThreeTeamsOfTheOtherNode();
    }

    @BeforeEach
    void threeTeamsAreOnAir() {
        both.threeTeamsAreOnAir();
    }

    @AfterEach
    void riverGoesOn() {
        both.everybodyHasRoomAgain();
        kiln.client().sql("DELETE FROM travel.visit").update();
        kiln.client().sql("DELETE FROM travel.shut").update();
        river.client().sql("UPDATE travel.raft SET sent = 0").update();
        river.client().sql("UPDATE travel.handoff SET told = true").update();
    }

    @AfterAll
    void stop() {
        both.close();
    }

    @Nested
    final class Ways extends OfferedWaysTest {
        Ways() {
            super(both);
        }
    }

    @Test
    void aViewerIsCarriedToAnotherTeamAndCountedOnce() {
        int boosts = both.boosts().size();
        both.only(potters.getFirst());
        both.end();
        var place = both.join();
        var late = both.join();
        var next = both.next(place);
        assertThat(next.path("team").asString()).isEqualTo("River");
        assertThat(next.path("host").asString()).isEqualTo(kiln.node().web().getAuthority());
        assertThat(next.path("kind").asString()).isEqualTo("end");
        assertThat(next.path("marked").asBoolean()).isFalse();

        var ticket = URI.create(both.step("go", place).path("page").asString());
        assertThat(both.arrive(ticket)).contains("You came here from River");
        assertThat(kiln.get(Hosting.class).guests(potters.getFirst()))
                .singleElement()
                .satisfies(guests -> {
                    assertThat(guests.actor()).isEqualTo(river.groupAddress());
                    assertThat(guests.arrived()).isEqualTo(1);
                });

        assertThat(both.arrive(ticket)).doesNotContain("You came here from");
        assertThat(both.arrive(URI.create(both.step("go", place).path("page").asString())))
                .doesNotContain("You came here from");
        var old = URI.create(both.step("go", late).path("page").asString());
        clock.advance(Turnstile.GOOD_FOR.multipliedBy(2));
        assertThat(both.arrive(old)).doesNotContain("You came here from");
        assertThat(both.sendings().getFirst().sent()).isEqualTo(2);

        clock.advance(Duration.ofMinutes(5));
        kiln.get(ReceiptWorker.class).wake();
        RiverAndKiln.await("the receipt", () -> both.sendings().getFirst().arrived() == 1);
        RiverAndKiln.await("one boost", () -> both.boosts().size() == boosts + 1);
        assertThat(both.boosts()).startsWith(both.onAirAt(potters.getFirst()));
        assertThatTheDocsShow(river, "handoffKind");
        assertThatTheDocsShow(kiln, "result");
    }

    /** What was sent has the members of the example. */
    private static void assertThatTheDocsShow(FederatedNode node, String member) {
        var sent = node.letters().stream()
                .filter(document -> document.has(member))
                .findFirst()
                .orElseThrow();
        var example = WireExamples.ofTheDocs().getOrDefault(WireExamples.kind(sent), MissingNode.getInstance());
        assertThat(WireExamples.members(sent)).isEqualTo(WireExamples.members(example));
    }

    @Test
    void nobodyIsSentAwayFromAStreamThatBeganAgain() {
        both.end();
        both.goLive(river.house().channel());
        RiverAndKiln.await("nothing to be offered", () -> !both.state().has("handoff"));
    }

    @Test
    void aHundredAndTwentyFindPlacesAndNobodyHasMoreThanFifty() {
        potters.forEach(potter -> kiln.get(PolicyStore.class).befriend(potter, river.groupAddress(), clock.instant()));
        both.end();
        // Without the wire, so that all of them are there before anybody is asked.
        var handoffs = river.get(Handoffs.class);
        var channel = river.house().channel();
        var places = IntStream.range(0, 120)
                .mapToObj(_ -> handoffs.join(channel, both.random.nextLong(), false, "here")
                        .orElseThrow())
                .toList();
        places.forEach(both::next);
        var held = kiln.client()
                .sql("SELECT team, sum(size) AS places FROM travel.visit WHERE released_at IS NULL GROUP BY team")
                .query((row, _) -> row.getInt("places"))
                .list();
        assertThat(held).allMatch(guests -> guests <= 50);
        assertThat(held.stream().mapToInt(Integer::intValue).sum()).isEqualTo(120);
        assertThat(kiln.client()
                        .sql("SELECT size FROM travel.visit WHERE released_at IS NULL ORDER BY size DESC")
                        .query(Integer.class)
                        .list())
                .containsExactly(25, 25, 25, 25, 20);
        potters.forEach(potter -> kiln.get(PolicyStore.class).unfriend(potter, river.groupAddress()));
    }

    @Test
    void whoRaisesTheShieldIsPassedOverAtOnce() {
        both.end();
        var place = both.join();
        var first = both.teamOf(both.next(place));
        both.shield(first, true);
        Waiting.until("another team", Duration.ofSeconds(5), () -> {
            var seen = both.step("look", place);
            return seen.path("state").asString().equals("found")
                    && !both.teamOf(seen.path("next")).equals(first);
        });
    }

    @Test
    void aYesThatComesTooLateHoldsNothing() {
        var potter = potters.getFirst();
        both.only(potter);
        both.end();
        var place = both.join();
        kiln.get(TransactionOperations.class).executeWithoutResult(_ -> {
            kiln.get(PolicyStore.class).lock(potter);
            assertThat(both.settled(place)).isEqualTo("nowhere");
        });
        RiverAndKiln.await("the late yes", () -> released() == 1);
    }

    /** Rafts whose places are free again. */
    private int released() {
        return kiln.client()
                .sql("SELECT count(*) FROM travel.visit WHERE released_at IS NOT NULL")
                .query(Integer.class)
                .single();
    }

    @Test
    void whoTakesTheirYesBackBeforeAnybodyKnowsOfItIsPassedOver() {
        var potter = potters.getFirst();
        both.only(potter);
        both.end();
        var place = both.join();
        var handoff = river.get(HandoffBoard.class)
                .of(river.house().channel(), clock.instant())
                .orElseThrow();
        IntStream.rangeClosed(1, 3)
                .forEach(question ->
                        river.get(TakenBack.class).remember(handoff.id().offer(1, question), both.address(potter)));
        assertThat(both.settled(place)).isEqualTo("nowhere");
    }

    @Test
    void whoIsGoneWhenTheTimeComesIsReplaced() {
        both.end();
        var place = both.join();
        var first = both.teamOf(both.next(place));
        kiln.client().sql("UPDATE travel.visit SET released_at = now()").update();
        both.endOf(first);
        clock.advance(Scout.FRESH.multipliedBy(2));
        assertThat(both.step("go", place).path("state").asString()).isEqualTo("searching");
        assertThat(both.teamOf(both.next(place))).isNotEqualTo(first);
        both.goLive(both.channel(first));
        // Who comes back so soon is announced to nobody: the next pulse tells of it.
        clock.advance(Duration.ofMinutes(6));
        RiverAndKiln.await("the team to be seen on air again", () -> both.live() == 3);
    }

    @Test
    void nobodyIsSentWhereEitherSideKeepsTheOtherOut() {
        var potter = potters.getFirst();
        both.only(potter);
        var ground = new Ground.OfTeam(potter);
        var stranger = new Stranger.Somebody(river.groupAddress());
        kiln.get(Blocks.class).put(kiln.house().actor(), ground, stranger);
        both.end();
        assertThat(both.settled(both.join())).isEqualTo("nowhere");
        kiln.get(Blocks.class).lift(kiln.house().actor(), ground, stranger);

        both.goLive(river.house().channel());
        var ours = new Ground.OfTeam(both.team());
        river.get(Blocks.class).put(river.house().actor(), ours, new Stranger.Somebody(both.address(potter)));
        both.end();
        assertThat(both.settled(both.join())).isEqualTo("nowhere");
        river.get(Blocks.class).lift(river.house().actor(), ours, new Stranger.Somebody(both.address(potter)));
        both.follow(potter);
        RiverAndKiln.await("the team to be followed again", () -> both.live() == 3);
    }

    @Test
    void nobodyIsSentWhereEitherNodeLimitsTheOther() {
        var limit = new DomainPolicy(new DomainName("localhost"), Severity.LIMIT, false, false, "", false);
        for (var node : List.of(kiln, river)) {
            node.get(DomainPolicies.class).put(Actor.SYSTEM, limit);
            both.end();
            assertThat(both.settled(both.join())).isEqualTo("nowhere");
            node.get(DomainPolicies.class).remove(Actor.SYSTEM, limit.domain());
        }
    }

    @Test
    void nobodyIsSentBackWhereTheyCameFrom() {
        var potter = potters.getFirst();
        both.only(potter);
        both.end();
        var place = both.join();
        both.next(place);
        both.arrive(URI.create(both.step("go", place).path("page").asString()));
        both.goLive(river.house().channel());

        var video = kiln.get(Videos.class)
                .latest(both.channel(potter))
                .orElseThrow()
                .id();
        assertThat(kiln.get(VisitStore.class).sourcesOf(video)).containsExactly(river.groupAddress());
        assertThat(river.get(HandoffStore.class)
                        .hasSentTo(both.team(), kiln.get(Addresses.class).video(video)))
                .isTrue();
    }

    @Test
    void anUndoneArrivalIsNotCountedAndNobodyElseComesFromThere() {
        var potter = potters.getFirst();
        both.only(potter);
        both.end();
        var place = both.join();
        var other = both.join();
        both.next(place);
        both.arrive(URI.create(both.step("go", place).path("page").asString()));
        kiln.get(Hosting.class).undo(kiln.house().actor(), potter, river.groupAddress());
        assertThat(kiln.get(Hosting.class).guests(potter)).allMatch(Guests::undone);
        assertThat(both.arrive(URI.create(both.step("go", other).path("page").asString())))
                .doesNotContain("You came here from");
        assertThat(both.settled(both.join())).isEqualTo("nowhere");
    }

    @Test
    void aHostSendsViewersToATeamThatKnowsThem() {
        int boosts = both.boosts().size();
        var potter = potters.getFirst();
        both.only(potter);
        both.riverIsOnAir();
        kiln.get(Followings.class)
                .follow(
                        kiln.house().actor(),
                        new Wisher.OfTeam(potter),
                        river.groupAddress().toString());
        RiverAndKiln.await(
                "the other team to follow", () -> kiln.get(Followings.class).follows(potter, river.groupAddress()));
        var chosen = river.get(Sendings.class)
                .send(
                        river.house().actor(),
                        river.house().channel(),
                        both.address(potter).toString());
        assertThat(chosen).isInstanceOf(Chosen.Done.class);
        assertThat(river.get(Handoffs.class).offered(river.house().channel()))
                .map(Handoffs.Offered::kind)
                .contains(HandoffKind.HOST);
        var place = both.join();
        assertThat(both.next(place).path("kind").asString()).isEqualTo("host");
        assertThat(both.arrive(URI.create(both.step("go", place).path("page").asString())))
                .contains("You came here from River");
        assertThat(river.get(Sendings.class)
                        .send(
                                river.house().actor(),
                                river.house().channel(),
                                both.address(potter).toString()))
                .isEqualTo(new Chosen.Not(Chosen.Why.TOO_SOON));
        clock.advance(HandoffWorker.BEFORE_TOLD.plusSeconds(1));
        river.get(HandoffWorker.class).wake();
        RiverAndKiln.await("one boost", () -> both.boosts().size() == boosts + 1);
        assertThat(both.boosts()).startsWith(both.onAirAt(potter));
    }

    @Test
    void whoSaysThatTheirStreamEndedWhileItGoesOnIsTakenForAHostWhoChose() {
        both.riverIsOnAir();
        var pretexts = kiln.get(Pretexts.class);
        var wish = new TravelOffer(
                new Travel.Raft(river.groupAddress(), 1),
                HandoffKind.END,
                TravelLane.OPEN,
                1,
                both.onAir(),
                kiln.videoAddress(),
                clock.instant());
        RiverAndKiln.await("the other node to know", () -> pretexts.honest(wish).kind() == HandoffKind.HOST);
        both.end();
        assertThat(pretexts.honest(wish)).isEqualTo(wish);
        both.goLive(river.house().channel());
    }

    @Test
    void aTeamDecidesAndSeesWhoCameOnItsPageInTheStudio() {
        var potter = potters.getFirst();
        both.only(potter);
        both.end();
        var place = both.join();
        both.next(place);
        both.arrive(URI.create(both.step("go", place).path("page").asString()));
        var studio = new WebVisitor(kiln.node().web());
        studio.logIn(House.OWNER, House.PASSWORD);
        var page = studio.get(STUDIO);
        assertThat(guests(page)).contains("One person came from River");
        var source = Map.of("source", river.groupAddress().toString());
        assertThat(studio.submit(page, STUDIO + "/undo", source).goesTo()).isEqualTo(STUDIO);
        assertThat(guests(studio.get(STUDIO))).contains("Undone");
        var wrong = studio.submit(page, STUDIO, Map.of("welcome", "everyone", "guests", "many", "carry", "drawn"));
        assertThat(wrong.status()).isEqualTo(422);
        var fields = Map.of("welcome", "following", "guests", "60", "carry", "nobody", "boost", "yes");
        assertThat(studio.submit(page, STUDIO, fields).goesTo()).isEqualTo(STUDIO);
        assertThat(kiln.get(Hosting.class).policy(potter))
                .isEqualTo(new Policy(Raids.FOLLOWING, false, 60, false, new WhenEnding.Nobody(), true));
        assertThat(studio.submit(page, STUDIO + "/shield", Map.of("up", "yes")).goesTo())
                .isEqualTo(STUDIO);
        assertThat(studio.get(STUDIO).body()).contains("The shield is up");
        assertThat(studio.submit(page, STUDIO + "/pause", Map.of()).goesTo()).isEqualTo(STUDIO);
        assertThat(studio.get(STUDIO).body()).contains("An intermission");
        assertThat(studio.submit(page, STUDIO + "/back", Map.of()).goesTo()).isEqualTo(STUDIO);
        assertThat(studio.get(STUDIO).body()).doesNotContain("An intermission:");
        kiln.get(Hosting.class).put(kiln.house().actor(), potter, RiverAndKiln.OPEN);
    }

    private static String guests(WebVisitor.Reply page) {
        return page.page().select("section[aria-labelledby=guests]").text();
    }

    @Test
    void theGroupSaysWhoseViewersItLetsIn() {
        var path = both.address(potters.getLast()).getPath();
        assertThat(new WebVisitor(kiln.node().web()).getActivity(path).body()).contains("\"raids\":\"everyone\"");
    }
}
