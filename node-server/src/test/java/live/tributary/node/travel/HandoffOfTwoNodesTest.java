// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import live.tributary.federation.vocab.Arrivals;
import live.tributary.federation.vocab.HandoffKind;
import live.tributary.federation.vocab.Raids;
import live.tributary.fixtures.process.Waiting;
import live.tributary.node.blocks.Blocks;
import live.tributary.node.blocks.Ground;
import live.tributary.node.blocks.Stranger;
import live.tributary.node.broadcast.Broadcasts;
import live.tributary.node.broadcast.Channels;
import live.tributary.node.broadcast.EndReason;
import live.tributary.node.broadcast.Language;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.Videos;
import live.tributary.node.fediverse.WireExamples;
import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.WebVisitor;
import live.tributary.node.following.Followings;
import live.tributary.node.following.LiveElsewhere;
import live.tributary.node.following.Wisher;
import live.tributary.node.inbox.ClockAhead;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.ChannelId;
import live.tributary.node.kernel.DisplayName;
import live.tributary.node.kernel.Handle;
import live.tributary.node.kernel.Instants;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.listing.Consent;
import live.tributary.node.listing.Listings;
import live.tributary.node.listing.Pitch;
import live.tributary.node.team.Founding.Founded;
import live.tributary.node.team.Hue;
import live.tributary.node.team.Mark;
import live.tributary.node.team.NewTeam;
import live.tributary.node.team.Teams;

import static org.assertj.core.api.Assertions.assertThat;

/** River ends, and its viewers are carried to teams of another node. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HandoffOfTwoNodesTest {

    private static final String STUDIO = "/studio/downstream";
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Policy OPEN = new Policy(Raids.EVERYONE, false, 50, false, new WhenEnding.Drawn(), false);

    private static final Policy CARRYING = new Policy(Raids.NOBODY, false, 0, false, new WhenEnding.Drawn(), true);

    private final ClockAhead clock = new ClockAhead();
    private final Random random = new Random(4);
    private final FederatedNode river;
    private final FederatedNode kiln;
    private final List<TeamId> potters = new ArrayList<>();

    HandoffOfTwoNodesTest(TestDatabase database, @TempDir Path data) {
        river = FederatedNode.start(
                database,
                clock,
                data.resolve("river"),
                "tributary.travel.answer-within=3s",
                "tributary.travel.joins-per-hour=100000",
                "tributary.following.asks-per-hour=100");
        kiln = FederatedNode.start(database.another("kiln"), clock, data.resolve("kiln"));
    }

    @BeforeAll
    void riverKnowsThreeTeamsOfTheOtherNode() {
        potters.add(kiln.house().team().id());
        potters.add(potter("glaze"));
        potters.add(potter("raku"));
        river.get(Hosting.class).put(river.house().actor(), team(), CARRYING);
        potters.forEach(potter -> kiln.get(Hosting.class).put(kiln.house().actor(), potter, OPEN));
        var english = List.of(Language.parse("en").orElseThrow());
        var listed = new Pitch(Consent.OPEN, "", List.of(), english, List.of());
        potters.forEach(potter -> kiln.get(Listings.class).put(kiln.house().actor(), potter, listed));
        potters.forEach(this::follow);
        await("three teams to be seen on air", () -> live() == 3);
    }

    /** The test before may have set the clock on: then the teams' pulses are due, and what was known of them is old. */
    @BeforeEach
    void threeTeamsAreOnAir() {
        await(
                "their pulses",
                () -> kiln.client()
                                .sql(
                                        "SELECT count(*) FROM fediverse.video WHERE ended_at IS NULL AND next_heartbeat_at <= :now")
                                .param("now", Instants.parameter(clock.instant()))
                                .query(Integer.class)
                                .single()
                        == 0);
        await("three teams to be known", () -> {
            river.get(Scout.class).round(List.of(team()));
            return live() == 3 && river.get(Scout.class).live().size() == 3;
        });
    }

    @AfterEach
    void riverGoesOn() {
        potters.forEach(potter -> shield(potter, false));
        // As the next pulses will say.
        potters.forEach(potter -> river.get(Pulses.class).heard(address(potter), Arrivals.OPEN));
        kiln.client().sql("DELETE FROM travel.visit").update();
        kiln.client().sql("DELETE FROM travel.shut").update();
        river.client().sql("UPDATE travel.raft SET sent = 0").update();
    }

    @AfterAll
    void stop() {
        river.close();
        kiln.close();
    }

    @Test
    void aViewerIsCarriedToAnotherTeamAndCountedOnce() {
        only(potters.getFirst());
        end();
        var place = join();
        var late = join();
        var next = next(place);
        assertThat(next.path("team").asString()).isEqualTo("River");
        assertThat(next.path("host").asString()).isEqualTo(kiln.node().web().getAuthority());
        assertThat(next.path("kind").asString()).isEqualTo("end");
        assertThat(next.path("marked").asBoolean()).isFalse();

        var ticket = URI.create(step("go", place).path("page").asString());
        assertThat(arrive(ticket)).contains("You floated in from River");
        assertThat(kiln.get(Hosting.class).guests(potters.getFirst()))
                .singleElement()
                .satisfies(guests -> {
                    assertThat(guests.actor()).isEqualTo(river.groupAddress());
                    assertThat(guests.arrived()).isEqualTo(1);
                });

        assertThat(arrive(ticket)).doesNotContain("floated in");
        assertThat(arrive(URI.create(step("go", place).path("page").asString())))
                .doesNotContain("floated in");
        var old = URI.create(step("go", late).path("page").asString());
        clock.advance(Turnstile.GOOD_FOR.multipliedBy(2));
        assertThat(arrive(old)).doesNotContain("floated in");
        assertThat(sendings().getFirst().sent()).isEqualTo(2);

        clock.advance(Duration.ofMinutes(5));
        kiln.get(ReceiptWorker.class).wake();
        await("the receipt", () -> sendings().getFirst().arrived() == 1);
        var video = kiln.get(Videos.class)
                .latest(channel(potters.getFirst()))
                .orElseThrow()
                .id();
        await(
                "one boost",
                () -> boosts().equals(
                                List.of(kiln.get(Addresses.class).video(video).toString())));
        assertThatTheDocsShow(river, "handoffKind");
        assertThatTheDocsShow(kiln, "result");
    }

    /** What followers of River are shown of others. */
    private List<String> boosts() {
        return letters(river).stream()
                .filter(letter -> letter.path("type").asString().equals("Announce"))
                .map(letter -> letter.path("object").asString())
                .toList();
    }

    private static List<JsonNode> letters(FederatedNode node) {
        return node
                .client()
                .sql("SELECT document FROM fediverse.activity WHERE verb = 'LETTER' ORDER BY said_at DESC")
                .query(byte[].class)
                .list()
                .stream()
                .map(MAPPER::readTree)
                .toList();
    }

    /** What was sent has the members of the example. */
    private static void assertThatTheDocsShow(FederatedNode node, String member) {
        var sent = letters(node).stream()
                .filter(document -> document.has(member))
                .findFirst()
                .orElseThrow();
        var example = WireExamples.ofTheDocs().getOrDefault(WireExamples.type(sent), MissingNode.getInstance());
        assertThat(WireExamples.members(sent)).isEqualTo(WireExamples.members(example));
    }

    @Test
    void aHundredAndTwentyFindPlacesAndNobodyHasMoreThanFifty() {
        end();
        // Without the wire, so that all of them are there before anybody is asked.
        var handoffs = river.get(Handoffs.class);
        var channel = river.house().channel();
        var places = IntStream.range(0, 120)
                .mapToObj(_ -> handoffs.join(channel, random.nextLong(), "here").orElseThrow())
                .toList();
        places.forEach(this::next);
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
    }

    @Test
    void whoRaisesTheShieldIsPassedOverAtOnce() {
        end();
        var place = join();
        var first = teamOf(next(place));
        shield(first, true);
        await("another team", () -> {
            var seen = step("look", place);
            return seen.path("state").asString().equals("found")
                    && !teamOf(seen.path("next")).equals(first);
        });
    }

    @Test
    void whoIsGoneWhenTheTimeComesIsReplaced() {
        end();
        var place = join();
        var first = teamOf(next(place));
        kiln.client().sql("UPDATE travel.visit SET released_at = now()").update();
        endOf(first);
        clock.advance(Scout.FRESH.multipliedBy(2));
        assertThat(step("go", place).path("state").asString()).isEqualTo("searching");
        assertThat(teamOf(next(place))).isNotEqualTo(first);
        goLive(channel(first));
        // Who comes back so soon is announced to nobody: the next pulse tells of it.
        clock.advance(Duration.ofMinutes(6));
        await("the team to be seen on air again", () -> live() == 3);
    }

    @Test
    void nobodyIsSentWhereEitherSideKeepsTheOtherOut() {
        var potter = potters.getFirst();
        only(potter);
        var ground = new Ground.OfTeam(potter);
        var stranger = new Stranger.Somebody(river.groupAddress());
        kiln.get(Blocks.class).put(kiln.house().actor(), ground, stranger);
        end();
        assertThat(settled(join())).isEqualTo("nowhere");
        kiln.get(Blocks.class).lift(kiln.house().actor(), ground, stranger);

        goLive(river.house().channel());
        var ours = new Ground.OfTeam(team());
        river.get(Blocks.class).put(river.house().actor(), ours, new Stranger.Somebody(address(potter)));
        end();
        assertThat(settled(join())).isEqualTo("nowhere");
        river.get(Blocks.class).lift(river.house().actor(), ours, new Stranger.Somebody(address(potter)));
        follow(potter);
        await("the team to be followed again", () -> live() == 3);
    }

    @Test
    void nobodyIsSentBackWhereTheyCameFrom() {
        var potter = potters.getFirst();
        only(potter);
        end();
        var place = join();
        next(place);
        arrive(URI.create(step("go", place).path("page").asString()));
        goLive(river.house().channel());

        var video = kiln.get(Videos.class).latest(channel(potter)).orElseThrow().id();
        assertThat(kiln.get(VisitStore.class).sourcesOf(video)).containsExactly(river.groupAddress());
        assertThat(river.get(HandoffStore.class)
                        .hasSentTo(team(), kiln.get(Addresses.class).video(video)))
                .isTrue();
    }

    @Test
    void anUndoneArrivalIsNotCountedAndNobodyElseComesFromThere() {
        var potter = potters.getFirst();
        only(potter);
        end();
        var place = join();
        var other = join();
        next(place);
        arrive(URI.create(step("go", place).path("page").asString()));
        kiln.get(Hosting.class).undo(kiln.house().actor(), potter, river.groupAddress());
        assertThat(kiln.get(Hosting.class).guests(potter)).allMatch(Guests::undone);
        assertThat(arrive(URI.create(step("go", other).path("page").asString())))
                .doesNotContain("floated in");
        assertThat(settled(join())).isEqualTo("nowhere");
    }

    @Test
    void aHostSendsViewersToATeamThatKnowsThem() {
        var potter = potters.getFirst();
        only(potter);
        goLive(river.house().channel());
        kiln.get(Followings.class)
                .follow(
                        kiln.house().actor(),
                        new Wisher.OfTeam(potter),
                        river.groupAddress().toString());
        await("the other team to follow", () -> kiln.get(Followings.class).follows(potter, river.groupAddress()));
        var chosen = river.get(Sendings.class)
                .send(
                        river.house().actor(),
                        river.house().channel(),
                        address(potter).toString());
        assertThat(chosen).isInstanceOf(Chosen.Done.class);
        assertThat(river.get(Handoffs.class).offered(river.house().channel()))
                .map(Handoffs.Offered::kind)
                .contains(HandoffKind.HOST);
        assertThat(next(join()).path("kind").asString()).isEqualTo("host");
        assertThat(river.get(Sendings.class)
                        .send(
                                river.house().actor(),
                                river.house().channel(),
                                address(potter).toString()))
                .isEqualTo(new Chosen.Not(Chosen.Why.TOO_SOON));
    }

    @Test
    void aTeamDecidesAndSeesWhoCameOnItsPageInTheStudio() {
        var potter = potters.getFirst();
        var studio = new WebVisitor(kiln.node().web());
        studio.logIn(House.OWNER, House.PASSWORD);
        var page = studio.get(STUDIO);
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
        kiln.get(Hosting.class).put(kiln.house().actor(), potter, OPEN);
    }

    @Test
    void theGroupSaysWhoseViewersItLetsIn() {
        var path = address(potters.getLast()).getPath();
        assertThat(new WebVisitor(kiln.node().web()).getActivity(path).body()).contains("\"raids\":\"everyone\"");
    }

    private TeamId team() {
        return river.house().team().id();
    }

    private void follow(TeamId potter) {
        river.get(Followings.class)
                .follow(
                        river.house().actor(),
                        new Wisher.OfTeam(team()),
                        address(potter).toString());
    }

    private int live() {
        return river.get(LiveElsewhere.class).said().size();
    }

    private TeamId potter(String handle) {
        var wish = new NewTeam(new Handle(handle), new DisplayName(handle), new Mark("P"), new Hue(180));
        var founded = (Founded) kiln.get(Teams.class).found(kiln.house().actor(), wish);
        var channel = kiln.get(Channels.class).ofMember(founded.founder().id()).orElseThrow();
        var broadcast =
                kiln.get(Broadcasts.class).open(Actor.SYSTEM, channel.id()).id();
        kiln.get(Broadcasts.class).goLive(Actor.SYSTEM, broadcast);
        return founded.team().id();
    }

    private ChannelId channel(TeamId potter) {
        return kiln.get(Channels.class).ofTeam(potter).getFirst().id();
    }

    private URI address(TeamId potter) {
        return kiln.get(Addresses.class).of(kiln.get(Actors.class).group(potter).orElseThrow());
    }

    private void shield(TeamId potter, boolean up) {
        kiln.get(Hosting.class).shield(kiln.house().actor(), potter, up);
    }

    /** The others let nobody in. */
    private void only(TeamId open) {
        potters.stream().filter(potter -> !potter.equals(open)).forEach(potter -> shield(potter, true));
    }

    /** The scout looks once more before, as it would have meanwhile. */
    private void end() {
        river.get(Scout.class).round(List.of(team()));
        var broadcasts = river.get(Broadcasts.class);
        var channel = river.house().channel();
        if (broadcasts.current(channel).isEmpty()) {
            goLive(channel);
        }
        broadcasts.end(Actor.SYSTEM, broadcasts.current(channel).orElseThrow().id(), EndReason.ENDED_BY_HAND);
        await(
                "the way to be offered",
                () -> state().path("handoff").path("kind").asString("").equals("end"));
    }

    private void endOf(TeamId potter) {
        var broadcasts = kiln.get(Broadcasts.class);
        var open = broadcasts.current(channel(potter)).orElseThrow();
        broadcasts.end(Actor.SYSTEM, open.id(), EndReason.ENDED_BY_HAND);
    }

    private void goLive(ChannelId channel) {
        var node = channel.equals(river.house().channel()) ? river : kiln;
        var broadcasts = node.get(Broadcasts.class);
        var open = broadcasts.open(Actor.SYSTEM, channel);
        broadcasts.goLive(Actor.SYSTEM, open.id());
    }

    private JsonNode state() {
        return MAPPER.readTree(new WebVisitor(river.node().web())
                .getJson("/api/v1/channels/" + river.house().channel())
                .body());
    }

    private String join() {
        var wish = "{\"step\": \"join\", \"random\": \"%016x\"}".formatted(random.nextLong());
        return post(wish).path("place").asString();
    }

    private JsonNode step(String step, String place) {
        return post("{\"step\": \"%s\", \"place\": \"%s\"}".formatted(step, place));
    }

    private JsonNode post(String wish) {
        var web = river.node().web();
        return MAPPER.readTree(new WebVisitor(web)
                .send(
                        "POST",
                        "/api/v1/channels/%s/travel".formatted(river.house().channel()),
                        wish,
                        Map.of("Origin", web.toString()))
                .body());
    }

    /** Where a place goes, once somebody has room. */
    private JsonNode next(String place) {
        assertThat(settled(place)).isEqualTo("found");
        return step("look", place).path("next");
    }

    private String settled(String place) {
        if (step("look", place).path("state").asString().equals("searching")) {
            clock.advance(Handoff.GATHERING);
            river.get(HandoffWorker.class).wake();
        }
        await(
                "an answer for " + place,
                () -> !step("look", place).path("state").asString().equals("searching"));
        return step("look", place).path("state").asString();
    }

    private TeamId teamOf(JsonNode next) {
        return potters.stream()
                .filter(potter -> Gid.of(address(potter))
                        .toString()
                        .equals(next.path("gid").asString()))
                .findFirst()
                .orElseThrow();
    }

    private List<Sending> sendings() {
        return river.get(Sendings.class).of(team());
    }

    private String arrive(URI ticket) {
        return new WebVisitor(kiln.node().web())
                .get(ticket.getRawPath() + "?" + ticket.getRawQuery())
                .page()
                .text();
    }

    private static void await(String what, BooleanSupplier condition) {
        Waiting.until(what, FederatedNode.PATIENCE, condition);
    }
}
