// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.http.GuardedClient;
import live.tributary.federation.vocab.ContentLabel;
import live.tributary.fixtures.fediverse.MastodonRules;
import live.tributary.fixtures.fediverse.PeerTubeRules;
import live.tributary.fixtures.process.Waiting;
import live.tributary.node.broadcast.Language;
import live.tributary.node.fairturn.Fixed;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.fairturn.GroupLine;
import live.tributary.node.fairturn.Hash;
import live.tributary.node.fairturn.Minute;
import live.tributary.node.fairturn.PoolLine;
import live.tributary.node.fairturn.Snapshot;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.Outbox;
import live.tributary.node.fediverse.Videos;
import live.tributary.node.fediverse.WireExamples;
import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.WebVisitor;
import live.tributary.node.inbox.ClockAhead;
import live.tributary.node.inbox.TeamRule;
import live.tributary.node.inbox.TeamRules;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.listing.OwnAccount.Watch;
import live.tributary.node.team.Members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A team that wants to be found: what it says, to whom, and what directories answer. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ListingTest {

    private static final Pitch PITCH = new Pitch(
            Consent.INVITED,
            "Quiet company while the others sleep",
            List.of("chess", "rhythm_games"),
            List.of(new Language("en"), new Language("pt-BR")),
            List.of(ContentLabel.FLASHING));

    private final ClockAhead clock = new ClockAhead();
    private final FederatedNode node;
    private final Allowances allowances = new Allowances(clock);
    private final FarDirectory far;
    private final Listings listings;
    private final Directories directories;
    private final TeamId team;
    private final Actor owner;

    ListingTest(TestDatabase database, @TempDir Path data) {
        node = FederatedNode.start(database, clock, data);
        far = new FarDirectory(clock, node.sharedInbox());
        listings = node.get(Listings.class);
        directories = node.get(Directories.class);
        team = node.house().team().id();
        owner = node.house().actor();
    }

    @BeforeEach
    void sayNothing() {
        listings.put(owner, team, Pitch.NOTHING);
        listings.dates(team).forEach(date -> listings.removeDate(owner, team, date.id()));
        listings.seats(team).forEach(seat -> listings.removeSeat(owner, team, seat.id()));
    }

    @AfterAll
    void stop() {
        node.close();
        far.close();
    }

    @Test
    void whoNeverSaidAnythingIsInNoList() {
        var group = document(node.groupAddress());
        assertThat(group.path("listing").asString()).isEqualTo("none");
        assertThat(group.path("discoverable").asBoolean()).isFalse();
        assertThat(group.path("indexable").asBoolean()).isFalse();
        assertThat(group.has("languages")).isFalse();
    }

    @Test
    void whoeverChoosesADirectorySaysSoAndAsks() {
        var roll = far.keep("roll");
        assertThat(directories.choose(owner, team, roll.toString()))
                .isEqualTo(new Choice.Not(Choice.Why.TOO_LITTLE_SAID));
        listings.put(owner, team, PITCH);
        listings.addSeat(owner, team, seat("streamer for Sunday mornings"));
        assertThat(directories.choose(owner, team, roll.toString())).isEqualTo(new Choice.Done(roll));

        var group = document(node.groupAddress());
        assertThat(group.path("listing").asString()).isEqualTo("invited");
        assertThat(group.path("listedAt").path(0).asString()).isEqualTo(roll.toString());
        assertThat(group.path("discoverable").asBoolean()).isTrue();
        assertThat(group.path("promise").asString()).isEqualTo(PITCH.promise());
        isAsInTheDocs(group, "Group");
        isTaken(group);

        var invite = awaitLetter("Invite", roll);
        assertThat(invite.path("actor").asString())
                .isEqualTo(node.groupAddress().toString());
        assertThat(invite.path("object").asString()).isEqualTo(node.groupAddress() + "/live");
        assertThat(invite.path("target").asString()).isEqualTo(roll.toString());
        isAsInTheDocs(invite, "Invite");
        isTaken(invite);
        assertThat(standing(roll)).isEqualTo(Standing.ASKED);
        clock.advance(Directories.PATIENCE);
        assertThat(standing(roll)).isEqualTo(Standing.UNANSWERED);
    }

    @Test
    void theAnswerOfTheDirectoryIsShownInItsWords() {
        var shelf = chosen("shelf");
        var invite = awaitLetter("Invite", shelf);
        heard("mallory", far.activity("Accept", "mallory", invite));
        heard("shelf", far.activity("Accept", "shelf", far.nobody("other")));
        assertThat(standing(shelf)).isEqualTo(Standing.ASKED);

        heard("shelf", far.activity("Accept", "shelf", invite));
        assertThat(standing(shelf)).isEqualTo(Standing.LISTED);
        heard("shelf", far.activity("Reject", "shelf", invite).put("content", "Rule 3:\n only\u202E radio."));
        assertThat(standing(shelf)).isEqualTo(Standing.REMOVED);
        assertThat(directories.of(team).getFirst().said()).isEqualTo("Rule 3: only radio.");

        var reasons = shelf.resolve("/directory/statements/7f3k");
        heard("shelf", far.activity("Reject", "shelf", invite).put("url", "https://mallory.example/reasons"));
        assertThat(directories.of(team).getFirst().statement()).isEmpty();
        heard("shelf", far.activity("Reject", "shelf", invite).put("url", reasons.toString()));
        assertThat(directories.of(team).getFirst().statement()).isEqualTo(reasons.toString());
    }

    @Test
    void twoTeamsAMonthAreVouchedForAndEverybodyCanReadIt() {
        var vouching = node.get(Vouching.class);
        listings.put(owner, team, PITCH);
        var ferry = far.team("ferry");
        assertThat(vouching.vouch(owner, team, ferry.toString())).isEqualTo(Vouching.Outcome.DONE);
        var add = awaitLetter("Add", ferry);
        assertThat(add.path("proof").path("cryptosuite").asString()).isEqualTo("eddsa-jcs-2022");
        isAsInTheDocs(add, "Add");
        isTaken(add);
        var collection =
                URI.create(document(node.groupAddress()).path("vouches").asString());
        assertThat(add.path("target").asString()).isEqualTo(collection.toString());
        assertThat(document(collection).path("orderedItems").path(0).asString()).isEqualTo(ferry.toString());

        assertThat(vouching.vouch(owner, team, far.nobody("ana").toString())).isEqualTo(Vouching.Outcome.NO_TEAM);
        assertThat(vouching.vouch(owner, team, node.groupAddress().toString())).isEqualTo(Vouching.Outcome.OURS);
        assertThat(vouching.revoke(owner, team, ferry)).isTrue();
        awaitLetter("Remove", ferry);
        assertThat(document(collection).path("orderedItems")).isEmpty();
        assertThat(vouching.vouch(owner, team, far.team("kiln").toString())).isEqualTo(Vouching.Outcome.DONE);
        assertThat(vouching.vouch(owner, team, far.team("tide").toString())).isEqualTo(Vouching.Outcome.THIS_MONTH);
        assertThatThrownBy(() -> vouching.vouch(Actor.ANONYMOUS, team, ferry.toString()))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void whoWasRefusedMayAskAgainButNotAtOnce() {
        var fussy = chosen("fussy");
        heard("fussy", far.activity("Reject", "fussy", awaitLetter("Invite", fussy)));
        assertThat(standing(fussy)).isEqualTo(Standing.REFUSED);
        directories.choose(owner, team, fussy.toString());
        assertThat(standing(fussy)).isEqualTo(Standing.REFUSED);
        clock.advance(Directories.BETWEEN_REQUESTS.plusSeconds(1));
        directories.choose(owner, team, fussy.toString());
        assertThat(standing(fussy)).isEqualTo(Standing.ASKED);
        await("a second Invite", () -> far.letters("Invite", fussy).size() == 2);
    }

    @Test
    void aChosenDirectoryNeedNotWaitAndIsToldAtOnceWhenItIsLeft() {
        node.get(TeamRules.class).put(owner, team, new TeamRule(true, false));
        try {
            var near = chosen("near");
            var follow = far.activity("Follow", "near", node.groupAddress());
            heard("near", follow);
            assertThat(node.followers()).contains(near);
            heard("stranger", far.activity("Follow", "stranger", node.groupAddress()));
            assertThat(node.followers()).doesNotContain(far.nobody("stranger"));

            assertThat(directories.leave(owner, team, near)).isTrue();
            assertThat(directories.leave(owner, team, near)).isFalse();
            var reject = awaitLetter("Reject", near);
            assertThat(reject.path("object").path("id")).isEqualTo(follow.path("id"));
            assertThat(node.followers()).doesNotContain(near);
            assertThat(document(node.groupAddress()).has("listedAt")).isFalse();
        } finally {
            node.get(TeamRules.class).put(owner, team, new TeamRule(false, false));
        }
    }

    @Test
    void aConsentThatIsTakenBackDoesNotWaitForTheNextChange() {
        listings.put(owner, team, PITCH.withConsent(Consent.OPEN));
        heard("open", far.activity("Follow", "open", node.groupAddress()));
        listings.put(owner, team, Pitch.NOTHING);
        var address = node.groupAddress();
        await(
                "the news",
                () -> far.letters("Update", address).stream()
                        .anyMatch(update -> update.path("object")
                                .path("listing")
                                .asString("")
                                .equals("none")));
        assertThat(directories.of(team)).isEmpty();
    }

    @Test
    void whoIsLeftHearsSoAtOnceThoughItNeverFollowed() {
        try (var apart = new FarDirectory(clock, node.sharedInbox())) {
            var directory = apart.keep("apart");
            listings.put(owner, team, PITCH);
            directories.choose(owner, team, directory.toString());
            assertThat(directories.leave(owner, team, directory)).isTrue();
            await("the news", () -> tells(apart, "invited"));
            assertThat(tells(apart, "none")).isFalse();

            directories.choose(owner, team, directory.toString());
            listings.put(owner, team, PITCH.withConsent(Consent.NONE));
            await("the other news", () -> tells(apart, "none"));
        }
    }

    /** Whether somebody heard that the Group names no directory, and what it says of being listed. */
    private boolean tells(FarDirectory directory, String listing) {
        return directory.letters("Update", node.groupAddress()).stream()
                .map(update -> update.path("object"))
                .filter(group -> !group.has("listedAt"))
                .anyMatch(group -> group.path("listing").asString("").equals(listing));
    }

    @Test
    void whoIsToBeInNoListAsksNobody() {
        listings.put(owner, team, PITCH.withConsent(Consent.NONE));
        assertThat(directories.choose(owner, team, far.keep("unasked").toString()))
                .isEqualTo(new Choice.Not(Choice.Why.NOT_TO_BE_LISTED));
        assertThat(listings.pitch(team).consent()).isEqualTo(Consent.NONE);
        assertThat(far.wasAsked(far.nobody("unasked"))).isFalse();
    }

    @Test
    void aConsentThatIsTakenBackStaysSoThoughADirectoryWasJustLookedFor() {
        listings.put(owner, team, PITCH);
        var late = far.keep("late");
        var answers = new CountDownLatch(1);
        far.hold(answers);
        var choice = CompletableFuture.supplyAsync(() -> directories.choose(owner, team, late.toString()));
        try {
            await("the directory to be looked for", () -> far.wasAsked(late));
            listings.put(owner, team, PITCH.withConsent(Consent.NONE));
        } finally {
            answers.countDown();
        }
        assertThat(choice.join()).isEqualTo(new Choice.Not(Choice.Why.NOT_TO_BE_LISTED));
        assertThat(listings.pitch(team).consent()).isEqualTo(Consent.NONE);
        assertThat(directories.of(team)).isEmpty();
    }

    @Test
    void whoLeavesAndAsksInTurnsIsStopped() {
        var turns = chosen("turns");
        for (int asked = 1; asked < Directories.MOST_ASKS_PER_HOUR; asked++) {
            directories.leave(owner, team, turns);
            assertThat(directories.choose(owner, team, turns.toString())).isEqualTo(new Choice.Done(turns));
        }
        directories.leave(owner, team, turns);
        assertThat(directories.choose(owner, team, turns.toString())).isEqualTo(new Choice.Not(Choice.Why.TOO_OFTEN));
        assertThat(directories.of(team)).isEmpty();
    }

    @Test
    void whoLooksForDirectoriesAllTheTimeIsStopped() {
        listings.put(owner, team, PITCH);
        var fresh = new Directories(
                node.get(RequestStore.class),
                node.get(PitchStore.class),
                node.get(DirectoryFinder.class),
                new Invitations(node.get(Outbox.class), node.get(Addresses.class)),
                node.get(GroupNews.class),
                node.get(Leaving.class),
                node.get(Actors.class),
                node.get(Members.class),
                node.get(TransactionOperations.class),
                clock);
        for (int looked = 0; looked < Directories.MOST_LOOKS_PER_HOUR; looked++) {
            assertThat(fresh.choose(owner, team, "no address")).isEqualTo(new Choice.Not(Choice.Why.NO_ADDRESS));
        }
        assertThat(fresh.choose(owner, team, "no address")).isEqualTo(new Choice.Not(Choice.Why.TOO_OFTEN));
    }

    @Test
    void aTeamSeesItsOwnLineAndWhetherItIsLeftOut() {
        clock.advance(Duration.ofHours(1));
        var books = chosen("books");
        heard("books", far.activity("Accept", "books", awaitLetter("Invite", books)));
        var watch = newWatch();
        // On air for an hour, but listed for a minute: nobody can be left out so soon.
        clock.advance(Duration.ofMinutes(1));
        assertThat(look(watch, books).watch()).isEqualTo(Watch.NOT_YET);
        clock.advance(DirectoryWatch.WHILE_LIVE);
        assertThat(look(watch, books).watch()).isEqualTo(Watch.NOT_YET);
        clock.advance(DirectoryWatch.WHILE_LIVE);
        assertThat(look(watch, books).watch()).isEqualTo(Watch.MISSING);
        assertThat(watch.account(team, books).orElseThrow().lines()).containsExactly(OwnLine.NOTHING);

        var gid = Gid.of(node.groupAddress());
        var pools = List.of(new PoolLine("en", Fixed.ONE / 4, Fixed.ONE), new PoolLine("de", Fixed.ONE, Fixed.ONE));
        clock.advance(DirectoryWatch.WHILE_LIVE);
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (var date : List.of(day, day.minusDays(6), day.minusDays(7))) {
            far.writeDown(date, written(gid));
        }
        var found = look(watch, books, new GroupLine(gid, 1, false, pools, List.of(), List.of()));
        assertThat(found.watch()).isEqualTo(Watch.FOUND);
        assertThat(found.lines())
                .containsExactly(
                        new OwnLine(new Language("de"), 0, 0, 0, false, false),
                        new OwnLine(new Language("en"), 180, 20, 15, true, true));
        assertThat(found.lines().getLast().sharePercent()).isEqualTo(75);
        assertThat(allowances.of(gid, List.of("en"))).isEqualTo(Fixed.ONE / 4);

        // A directory that publishes nothing any more hides nobody, and shows nobody.
        clock.advance(DirectoryWatch.WHILE_LIVE);
        watch.round(clock.instant());
        assertThat(watch.account(team, books).orElseThrow().watch()).isEqualTo(Watch.NOT_YET);
    }

    /** One that looks only when it is told. */
    private DirectoryWatch newWatch() {
        return new DirectoryWatch(
                node.get(RequestStore.class),
                node.get(PitchStore.class),
                new DirectoryBooks(node.get(GuardedClient.class), allowances),
                allowances,
                node.get(Actors.class),
                node.get(Videos.class),
                node.get(Addresses.class),
                clock);
    }

    /** @param lines in the newest snapshot */
    private OwnAccount look(DirectoryWatch watch, URI directory, GroupLine... lines) {
        far.publish(snapshot(lines));
        watch.round(clock.instant());
        return watch.account(team, directory).orElseThrow();
    }

    private static ObjectNode written(Gid gid) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("pool", "en")
                .put("gid", gid.toString())
                .put("minutes", 90)
                .put("due", 10.0)
                .put("received", 7.5);
    }

    /** Of this minute; newcomers have half of their weight. */
    private Snapshot snapshot(GroupLine... lines) {
        return new Snapshot(
                Minute.of(clock.instant()),
                Hash.NONE,
                Hash.NONE,
                Hash.NONE,
                Map.of("en", Fixed.ONE / 2),
                List.of(lines));
    }

    @Test
    void asksOnlyDirectories() {
        listings.put(owner, team, PITCH);
        assertThat(directories.choose(owner, team, far.nobody("pond").toString()))
                .isEqualTo(new Choice.Not(Choice.Why.NO_DIRECTORY));
        assertThat(directories.choose(owner, team, "no address")).isEqualTo(new Choice.Not(Choice.Why.NO_ADDRESS));
        assertThat(directories.choose(owner, team, node.groupAddress().toString()))
                .isEqualTo(new Choice.Not(Choice.Why.OURS));
        assertThat(directories.of(team)).isEmpty();
    }

    @Test
    void thereIsAnEndToEverythingATeamMaySay() {
        var words =
                IntStream.rangeClosed(1, 6).mapToObj(number -> "word" + number).toList();
        assertThat(PitchWords.tags(words.subList(0, 5))).isPresent();
        assertThat(PitchWords.tags(words)).isEmpty();
        assertThat(PitchWords.languages(List.of("en", "de", "fr", "es"))).isEmpty();
        assertThat(PitchWords.languages(List.of(""))).isEmpty();
        assertThat(PitchWords.labels(List.of("boring"))).isEmpty();
        assertThat(PitchWords.promise("p".repeat(141))).isEmpty();
        assertThat(WantedSeat.until("+999999999-12-31", clock.instant())).isEmpty();
        for (int number = 0; number < Listings.MOST_DATES; number++) {
            assertThat(listings.addDate(owner, team, soon(number), "")).isEqualTo(Added.DONE);
        }
        assertThat(listings.addDate(owner, team, soon(1), "")).isEqualTo(Added.TOO_MANY);
        for (int number = 0; number < Listings.MOST_SEATS; number++) {
            assertThat(listings.addSeat(owner, team, seat("mod"))).isEqualTo(Added.DONE);
        }
        assertThat(listings.addSeat(owner, team, seat("mod"))).isEqualTo(Added.TOO_MANY);
        listings.put(owner, team, PITCH);
        for (int number = 0; number < Directories.MOST; number++) {
            assertThat(directories.choose(owner, team, far.keep("d" + number).toString()))
                    .isInstanceOf(Choice.Done.class);
        }
        assertThat(directories.choose(owner, team, far.keep("d-last").toString()))
                .isEqualTo(new Choice.Not(Choice.Why.TOO_MANY));
    }

    @Test
    void datesHaveAnAddressOfTheirOwnUntilTheyAreOver() {
        listings.put(owner, team, PITCH);
        var next = soon(1);
        listings.addDate(owner, team, soon(2), "The last attempt");
        listings.addDate(owner, team, next, "");
        var group = document(node.groupAddress());
        var events = document(URI.create(group.path("events").asString())).path("orderedItems");
        assertThat(events.valueStream().map(event -> event.path("name").asString()))
                .containsExactly("River", "The last attempt");
        var first = URI.create(events.path(0).path("id").asString());
        assertThat(document(first).path("startTime").asString()).isEqualTo(next.toString());
        assertThat(new WebVisitor(node.node().web()).get(first.getPath()).goesTo())
                .endsWith("/@river");
        isTaken(document(first));
        isAsInTheDocs(document(first), "Event");

        clock.advance(Duration.ofHours(1).plus(Listings.LATE));
        assertThat(listings.dates(team)).hasSize(1);
        assertThat(document(first).has("startTime")).isFalse();
    }

    @Test
    void seatsThatNobodyTakesDownExpire() {
        listings.addSeat(owner, team, seat("mod"));
        clock.advance(Duration.ofDays(31));
        assertThat(listings.seats(team)).isEmpty();
    }

    @Test
    void onlyOwnersSpeakForTheTeam() {
        var stranger = Actor.ANONYMOUS;
        var id = UUID.randomUUID();
        assertThatThrownBy(() -> listings.put(stranger, team, PITCH)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> listings.addDate(stranger, team, soon(1), "")).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> listings.removeDate(stranger, team, id)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> listings.addSeat(stranger, team, seat("mod"))).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> listings.removeSeat(stranger, team, id)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> directories.choose(stranger, team, "roll.example"))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> directories.leave(stranger, team, node.groupAddress()))
                .isInstanceOf(NotAllowedException.class);
    }

    private URI chosen(String name) {
        listings.put(owner, team, PITCH);
        var directory = far.keep(name);
        assertThat(directories.choose(owner, team, directory.toString())).isEqualTo(new Choice.Done(directory));
        return directory;
    }

    private Standing standing(URI directory) {
        return directories.of(team).stream()
                .filter(chosen -> chosen.actor().equals(directory))
                .map(ChosenDirectory::standing)
                .findFirst()
                .orElseThrow();
    }

    private WantedSeat seat(String role) {
        return new WantedSeat(
                UUID.randomUUID(),
                role,
                List.of("chess"),
                List.of(new Language("pt-BR")),
                "two hours on Sundays",
                "We lend you a camera.",
                clock.instant().plus(Duration.ofDays(30)));
    }

    /** Whole seconds, as documents have them. */
    private Instant soon(int hours) {
        return Instant.ofEpochSecond(clock.instant().getEpochSecond()).plus(Duration.ofHours(hours));
    }

    private void heard(String name, ObjectNode activity) {
        var id = far.post(name, activity);
        await(name + " to be heard", () -> !node.outcome(id).isEmpty());
    }

    private JsonNode awaitLetter(String type, URI about) {
        await(
                "%s about %s".formatted(type, about),
                () -> !far.letters(type, about).isEmpty());
        return far.letters(type, about).getFirst();
    }

    private static void await(String what, BooleanSupplier condition) {
        Waiting.until(what, FederatedNode.PATIENCE, condition);
    }

    private JsonNode document(URI address) {
        var visitor = new WebVisitor(node.node().web());
        return JsonMapper.shared()
                .readTree(visitor.getActivity(address.getPath()).body());
    }

    private static void isAsInTheDocs(JsonNode document, String type) {
        var example = WireExamples.ofTheDocs().getOrDefault(type, MissingNode.getInstance());
        assertThat(WireExamples.members(document)).isEqualTo(WireExamples.members(example));
    }

    /** As it would read on a node with a name: the rules demand https and a whole host. */
    private static void isTaken(JsonNode document) {
        var published = JsonMapper.shared()
                .readTree(document.toString()
                        .replaceAll("http://localhost:\\d+", "https://node.example")
                        .replaceAll("http://127\\.0\\.0\\.1:\\d+", "https://far.example"));
        assertThat(PeerTubeRules.check(published)).isEmpty();
        assertThat(MastodonRules.check(published)).isEmpty();
    }
}
