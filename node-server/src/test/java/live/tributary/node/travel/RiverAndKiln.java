// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import live.tributary.federation.vocab.Arrivals;
import live.tributary.federation.vocab.Raids;
import live.tributary.fixtures.process.Waiting;
import live.tributary.node.broadcast.Broadcasts;
import live.tributary.node.broadcast.Channels;
import live.tributary.node.broadcast.EndReason;
import live.tributary.node.broadcast.Language;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.Videos;
import live.tributary.node.fixtures.FederatedNode;
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

/**
 * River, whose viewers are carried on, and three teams of another node that let everybody in. Owned by the test class, which
 * closes it.
 */
final class RiverAndKiln implements AutoCloseable {

    static final JsonMapper MAPPER = JsonMapper.shared();

    static final Policy OPEN = new Policy(Raids.EVERYONE, false, 50, false, new WhenEnding.Drawn(), false);

    static final Policy CARRYING = new Policy(Raids.NOBODY, false, 0, false, new WhenEnding.Drawn(), true);

    final ClockAhead clock = new ClockAhead();
    final Random random = new Random(4);
    final FederatedNode river;
    final FederatedNode kiln;
    final List<TeamId> potters = new ArrayList<>();

    RiverAndKiln(TestDatabase database, Path data) {
        river = FederatedNode.start(
                database,
                clock,
                data.resolve("river"),
                "tributary.travel.answer-within=3s",
                "tributary.travel.joins-per-hour=100000",
                "tributary.following.asks-per-hour=100");
        kiln = FederatedNode.start(database.another("kiln"), clock, data.resolve("kiln"));
    }

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

    /** Whoever set the clock on made their pulses due, and what was known of them old. */
    void threeTeamsAreOnAir() {
        await("their pulses", () -> !kiln.hasPulsesDue(clock.instant()));
        threeTeamsAreKnown();
    }

    void threeTeamsAreKnown() {
        await("three teams to be known", () -> {
            river.get(Scout.class).round(List.of(team()));
            return live() == 3 && river.get(Scout.class).live().size() == 3;
        });
    }

    void everybodyHasRoomAgain() {
        potters.forEach(potter -> shield(potter, false));
        // Those that are under way tell of a shield that was up.
        await(
                "their last pulses",
                () -> !kiln.hasPulsesDue(clock.instant()) && !kiln.hasLettersOnTheWay(clock.instant()));
        // As the next pulses will say.
        potters.forEach(potter -> river.get(Pulses.class).heard(address(potter), Arrivals.OPEN));
    }

    @Override
    public void close() {
        river.close();
        kiln.close();
    }

    TeamId team() {
        return river.house().team().id();
    }

    void follow(TeamId potter) {
        river.get(Followings.class)
                .follow(
                        river.house().actor(),
                        new Wisher.OfTeam(team()),
                        address(potter).toString());
    }

    int live() {
        return river.get(LiveElsewhere.class).said().size();
    }

    TeamId potter(String handle) {
        var wish = new NewTeam(new Handle(handle), new DisplayName(handle), new Mark("P"), new Hue(180));
        var founded = (Founded) kiln.get(Teams.class).found(kiln.house().actor(), wish);
        var channel = kiln.get(Channels.class).ofMember(founded.founder().id()).orElseThrow();
        var broadcast =
                kiln.get(Broadcasts.class).open(Actor.SYSTEM, channel.id()).id();
        kiln.get(Broadcasts.class).goLive(Actor.SYSTEM, broadcast);
        return founded.team().id();
    }

    ChannelId channel(TeamId potter) {
        return kiln.get(Channels.class).ofTeam(potter).getFirst().id();
    }

    URI address(TeamId potter) {
        return kiln.get(Addresses.class).of(kiln.get(Actors.class).group(potter).orElseThrow());
    }

    void shield(TeamId potter, boolean up) {
        kiln.get(Hosting.class).shield(kiln.house().actor(), potter, up);
    }

    /** The others let nobody in. */
    void only(TeamId open) {
        potters.stream().filter(potter -> !potter.equals(open)).forEach(potter -> shield(potter, true));
    }

    /** The scout looks once more before, as it would have meanwhile. */
    void end() {
        river.get(Scout.class).round(List.of(team()));
        riverIsOnAir();
        var broadcasts = river.get(Broadcasts.class);
        var channel = river.house().channel();
        await("the way of the last end to be gone", () -> !isOffered("end"));
        broadcasts.end(Actor.SYSTEM, broadcasts.current(channel).orElseThrow().id(), EndReason.ENDED_BY_HAND);
        await("the way to be offered", () -> isOffered("end"));
    }

    void riverIsOnAir() {
        var channel = river.house().channel();
        if (river.get(Broadcasts.class).current(channel).isEmpty()) {
            goLive(channel);
        }
    }

    boolean isOffered(String kind) {
        return state().path("handoff").path("kind").asString("").equals(kind);
    }

    void endOf(TeamId potter) {
        var broadcasts = kiln.get(Broadcasts.class);
        var open = broadcasts.current(channel(potter)).orElseThrow();
        broadcasts.end(Actor.SYSTEM, open.id(), EndReason.ENDED_BY_HAND);
    }

    void goLive(ChannelId channel) {
        var node = channel.equals(river.house().channel()) ? river : kiln;
        var broadcasts = node.get(Broadcasts.class);
        var open = broadcasts.open(Actor.SYSTEM, channel);
        broadcasts.goLive(Actor.SYSTEM, open.id());
    }

    /** What River shows now. */
    URI onAir() {
        var video = river.get(Videos.class).latest(river.house().channel()).orElseThrow();
        return river.get(Addresses.class).video(video.id());
    }

    /** What a potter shows now. */
    String onAirAt(TeamId potter) {
        var video = kiln.get(Videos.class).latest(channel(potter)).orElseThrow();
        return kiln.get(Addresses.class).video(video.id()).toString();
    }

    /** What followers of River are shown of others, the latest first. */
    List<String> boosts() {
        return river.letters().stream()
                .filter(letter -> letter.path("type").asString().equals("Announce"))
                .map(letter -> letter.path("object").asString())
                .toList();
    }

    JsonNode state() {
        return MAPPER.readTree(new WebVisitor(river.node().web())
                .getJson("/api/v1/channels/" + river.house().channel())
                .body());
    }

    String join() {
        return post(wish()).path("place").asString();
    }

    private String wish() {
        return "{\"step\": \"join\", \"random\": \"%016x\"}".formatted(random.nextLong());
    }

    JsonNode step(String step, String place) {
        return post("{\"step\": \"%s\", \"place\": \"%s\"}".formatted(step, place));
    }

    JsonNode post(String wish) {
        return post(river, river.house().channel(), wish);
    }

    private static JsonNode post(FederatedNode node, ChannelId channel, String wish) {
        var web = node.node().web();
        return MAPPER.readTree(new WebVisitor(web)
                .send("POST", "/api/v1/channels/%s/travel".formatted(channel), wish, Map.of("Origin", web.toString()))
                .body());
    }

    /** What somebody is answered who watched this team to the end. */
    JsonNode afterTheEndOf(TeamId potter) {
        endOf(potter);
        var places = new ArrayList<String>();
        await("the way to be offered", () -> {
            places.add(post(kiln, channel(potter), wish()).path("place").asString(""));
            return !places.getLast().isEmpty();
        });
        clock.advance(Handoff.GATHERING);
        kiln.get(HandoffWorker.class).wake();
        var look = "{\"step\": \"look\", \"place\": \"%s\"}".formatted(places.getLast());
        await(
                "an answer",
                () -> !post(kiln, channel(potter), look)
                        .path("state")
                        .asString()
                        .equals("searching"));
        return post(kiln, channel(potter), look);
    }

    /** Where a place goes, once somebody has room. */
    JsonNode next(String place) {
        assertThat(settled(place)).isEqualTo("found");
        return step("look", place).path("next");
    }

    /** Whoever waits goes in a raft now. */
    void gather() {
        clock.advance(Handoff.GATHERING);
        river.get(HandoffWorker.class).wake();
    }

    String settled(String place) {
        if (step("look", place).path("state").asString().equals("searching")) {
            gather();
        }
        await(
                "an answer for " + place,
                () -> !step("look", place).path("state").asString().equals("searching"));
        return step("look", place).path("state").asString();
    }

    TeamId teamOf(JsonNode next) {
        return potters.stream()
                .filter(potter -> Gid.of(address(potter))
                        .toString()
                        .equals(next.path("gid").asString()))
                .findFirst()
                .orElseThrow();
    }

    List<Sending> sendings() {
        return river.get(Sendings.class).of(team());
    }

    /** What teams were asked in the hand-off that is offered now, the latest first. */
    List<JsonNode> questions() {
        var handoff = river.get(HandoffBoard.class)
                .of(river.house().channel(), clock.instant())
                .orElseThrow();
        return river.letters().stream()
                .filter(letter -> letter.path("type").asString().equals("Offer")
                        && letter.path("id").asString().startsWith(handoff.id().address() + "/"))
                .toList();
    }

    String arrive(URI ticket) {
        return new WebVisitor(kiln.node().web())
                .get(ticket.getRawPath() + "?" + ticket.getRawQuery())
                .page()
                .text();
    }

    static void await(String what, BooleanSupplier condition) {
        Waiting.until(what, FederatedNode.PATIENCE, condition);
    }
}
