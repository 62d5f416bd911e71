// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.vocab.ActivityReader;
import live.tributary.federation.vocab.ActivityReading;
import live.tributary.federation.vocab.RemoteActor;
import live.tributary.federation.vocab.RingLanes;
import live.tributary.federation.vocab.RingRoll;
import live.tributary.federation.vocab.RingStop;
import live.tributary.fixtures.process.Waiting;
import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.Neighbour;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.inbox.ActorSpoke;
import live.tributary.node.inbox.ClockAhead;
import live.tributary.node.kernel.DisplayName;
import live.tributary.node.kernel.Handle;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.rings.RingLook.Reading;
import live.tributary.node.team.Founding.Founded;
import live.tributary.node.team.Hue;
import live.tributary.node.team.Mark;
import live.tributary.node.team.NewTeam;
import live.tributary.node.team.Teams;

import static live.tributary.node.rings.Stretches.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** What members and strangers elsewhere can do to the rings of a node, whatever they send. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RingRulesTest {

    private static final RingWords WORDS = new RingWords("A ring", "", RingLanes.USUAL);

    private final ClockAhead clock = new ClockAhead();
    private final FederatedNode node;
    private final TransactionOperations transactions;

    RingRulesTest(TestDatabase database, @TempDir Path data) {
        node = FederatedNode.start(database, clock, data, "tributary.rings.most=100", "tributary.rings.most-applications=6");
        transactions = node.get(TransactionOperations.class);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    /** A third ring can tell its members of any Join, also of somebody else's. */
    @Test
    void aVoteCountsInTheRingThatItIsAboutAndInNoOther() {
        var asked = ring("vote-asked", "a", "b");
        var other = ring("vote-other", "a", "b");
        var join = waits(asked, "x", "one");
        tells(other, "x", join);
        votes("a", asked, "x", join, true);
        assertThat(yesses(asked, "x")).containsExactly(Stretches.actor("a"));
        assertThat(yesses(other, "x")).isEmpty();
        votes("stranger", asked, "x", join, true);
        assertThat(yesses(asked, "x")).containsExactly(Stretches.actor("a"));
    }

    @Test
    void whoAsksTwiceIsToldToTheMembersOnce() {
        var ring = ring("twice", "a", "b");
        var join = waits(ring, "x", "one");
        assertThat(said(ring, "Announce")).isEqualTo(1);
        joins("x", ring, "two");
        assertThat(node.get(BallotStore.class).find(ring, Stretches.actor("x")))
                .get()
                .satisfies(application -> {
                    assertThat(application.open()).isTrue();
                    assertThat(application.join()).isEqualTo(join);
                });
        waits(ring, "x", "two");
        assertThat(said(ring, "Announce")).isEqualTo(1);
    }

    @Test
    void noMoreWaitThanMayWait() {
        var ring = ring("crowd", "a", "b");
        Stream.of("r", "s", "t", "u", "v", "w", "x").forEach(name -> joins(name, ring, "one"));
        assertThat(node.get(BallotStore.class).of(ring))
                .extracting(RingApplication::applicant)
                .hasSize(6)
                .doesNotContain(Stretches.actor("x"));
    }

    @Test
    void anInvitationShowsWhenTheRingNamesTheInviter() {
        var guest = anotherTeam("brook");
        var ring = ring("inviting", "a");
        invites("stranger", guest, ring);
        invites("stranger", guest, URI.create("https://nowhere.example/ap/r/1"));
        await("the stranger not to be believed", () -> heard(guest).size() == 1);
        assertThat(node.get(RingInvitations.class).of(guest)).isEmpty();
        invites("a", guest, ring);
        await(
                "the member to be believed",
                () -> node.get(RingInvitations.class).of(guest).size() == 1);
        invites("stranger", guest, ring);
        assertThat(node.get(RingInvitations.class).of(guest))
                .extracting(RingInvitation::inviter)
                .containsExactly(Stretches.actor("a"));
    }

    @Test
    void nobodyFillsTheListOfATeamAlone() {
        var guest = anotherTeam("creek");
        for (int number = 0; number <= RingEars.MOST_INVITATIONS_OF_ONE_DOMAIN; number++) {
            invites("eager", guest, URI.create("https://nowhere.example/ap/r/" + number));
        }
        assertThat(heard(guest)).hasSize(RingEars.MOST_INVITATIONS_OF_ONE_DOMAIN);
    }

    /** Its page is mended, or a server stands in for it that knows nothing. */
    @Test
    void aMemberLeavesByNoSingleWrongAnswer() {
        var ring = ring("zines");
        try (var zine = new Neighbour()) {
            var site = new RingStop.Site(zine.at("/zine"));
            zine.says("/zine", "text/html", "<a href=\"%s\">ring</a>".formatted(node.node().web().resolve("/ring/zines")));
            node.get(RingStewards.class)
                    .addSite(node.house().actor(), team(), ring, site.address().toString());
            await("the website to be in", () -> holds(ring, site));
            zine.says("/zine", "text/html", "We are mending.");
            looks(site, Duration.ZERO);
            looks(site, Duration.ofHours(23));
            looks(site, Duration.ZERO);
            assertThat(holds(ring, site)).isTrue();
            looks(site, Duration.ofHours(1));
            assertThat(holds(ring, site)).isFalse();
        }
    }

    @Test
    void ofTwoLastStewardsOneStays() {
        var heron = anotherTeam("heron");
        var ring = ring("last");
        joinsHere(heron, ring);
        var stewards = node.get(RingStewards.class);
        stewards.appoint(node.house().actor(), team(), ring, node.get(OwnTeams.class).address(heron));
        var deeds = atOnce(
                "rings.ring",
                () -> stewards.stepDown(node.house().actor(), team(), ring),
                () -> stewards.stepDown(node.house().actor(), heron, ring));
        assertThat(deeds)
                .containsExactlyInAnyOrder(new RingDeed.Done(ring), new RingDeed.Not(RingDeed.Why.LAST_STEWARD));
    }

    @Test
    void ofTwoWhoWantOneNameOneGetsIt() {
        var founding = node.get(RingFounding.class);
        Supplier<RingDeed> found =
                () -> founding.found(node.house().actor(), team(), new Slug("wanted"), WORDS);
        var deeds = atOnce("rings.ring", found, found);
        assertThat(deeds)
                .hasAtLeastOneElementOfType(RingDeed.Done.class)
                .contains(new RingDeed.Not(RingDeed.Why.SLUG_TAKEN));
    }

    @Test
    void anOlderListTakesNobodyOutOfARing() {
        var actor = RingLookTest.ring("https://moss.example/ring/moss", "https://moss.example/ap/r/1/inbox");
        within(() -> {
            var unread = node.get(RingSeats.class).unread(actor);
            node.get(RingStore.class).put(unread, clock.instant());
            node.get(SeatStore.class)
                    .put(RingSeat.of(team(), unread, new UUID(0, 1), RingSeat.State.ASKED, clock.instant()));
        });
        var self = node.groupAddress();
        reads(actor, roll(actor, NOON.plusSeconds(1), self, Stretches.actor("a")));
        reads(actor, roll(actor, NOON, Stretches.actor("a")));
        assertThat(node.get(Rings.class).find(actor.id()).orElseThrow().members())
                .hasSize(2);
        reads(actor, roll(actor, NOON.plusSeconds(1), self));
        assertThat(node.get(Rings.class).find(actor.id()).orElseThrow().members())
                .hasSize(1);
        var ahead = clock.instant().plus(Duration.ofDays(400));
        reads(actor, roll(actor, ahead, self, Stretches.actor("a")));
        clock.advance(Duration.ofSeconds(2));
        reads(actor, roll(actor, clock.instant().minusSeconds(1), self));
        assertThat(node.get(Rings.class).find(actor.id()).orElseThrow().members())
                .hasSize(1);
        node.get(RingSeats.class).leave(node.house().actor(), team(), actor.id());
        assertThat(node.get(Rings.class).find(actor.id())).isEmpty();
    }

    @Test
    void whatATransactionTakesBackIsNotRemembered() {
        var ring = ring("undone");
        var book = node.get(RingBook.class);
        book.on(new RingsChanged());
        transactions.executeWithoutResult(undone -> {
            var other = node.get(RingStore.class).lock(ring).orElseThrow().saying("Another", "", RingLanes.USUAL);
            node.get(RingStore.class).put(other, clock.instant());
            assertThat(book.known().ring(ring).orElseThrow().name()).isEqualTo("Another");
            undone.setRollbackOnly();
        });
        assertThat(book.known().ring(ring).orElseThrow().name()).isEqualTo(WORDS.name());
    }

    // What the tests say of rings.

    private static RingRoll roll(RemoteActor ring, Instant updated, URI... members) {
        return new RingRoll(
                ring.id(),
                "Moss",
                "",
                RingLook.page(ring),
                List.of(),
                RingLanes.USUAL,
                Stream.of(members).<RingStop>map(RingStop.Team::new).toList(),
                updated);
    }

    private void reads(RemoteActor ring, RingRoll roll) {
        within(() -> node.get(Mirror.class).keep(new Reading.There(ring, roll, "{}")));
    }

    private void joinsHere(TeamId guest, URI ring) {
        node.get(RingSeats.class).apply(node.house().actor(), guest, ring.toString());
        var address = node.get(OwnTeams.class).address(guest);
        node.get(RingVotes.class).vote(node.house().actor(), team(), ring, address, true);
    }

    /** Both are under way before either can change the table. */
    private List<RingDeed> atOnce(String table, Supplier<RingDeed> one, Supplier<RingDeed> other) {
        var deeds = transactions.execute(_ -> {
            node.get(JdbcClient.class)
                    .sql("LOCK TABLE %s IN EXCLUSIVE MODE".formatted(table))
                    .update();
            var both = List.of(CompletableFuture.supplyAsync(one), CompletableFuture.supplyAsync(other));
            await("both to wait", () -> waiting() >= 2);
            return both;
        });
        return deeds.stream().map(CompletableFuture::join).toList();
    }

    private int waiting() {
        return node.client()
                .sql("""
                SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'""")
                .query(Integer.class)
                .single();
    }

    private boolean holds(URI ring, RingStop stop) {
        return node.get(RingStore.class)
                .find(ring)
                .flatMap(known -> known.member(stop.address()))
                .filter(RingMember::holds)
                .isPresent();
    }

    private void looks(RingStop stop, Duration later) {
        clock.advance(later);
        node.get(Muster.class).look(stop);
    }

    private TeamId anotherTeam(String name) {
        var wish = new NewTeam(new Handle(name), new DisplayName(name), new Mark("XX"), new Hue(30));
        var founded = (Founded) node.get(Teams.class).found(node.house().actor(), wish);
        return founded.team().id();
    }

    private void invites(String inviter, TeamId guest, URI ring) {
        says("""
                {"type":"Invite","id":"%1$s/invite/1","actor":"%1$s","object":"%2$s","target":"%3$s"}""".formatted(Stretches.actor(inviter), node.get(OwnTeams.class).address(guest), ring));
    }

    private List<RingInvitation> heard(TeamId guest) {
        return node.get(InvitationStore.class).heard(guest);
    }

    private static void await(String what, BooleanSupplier condition) {
        Waiting.until(what, FederatedNode.PATIENCE, condition);
    }

    /** A ring of this node with a team of its own, and members elsewhere. */
    private URI ring(String slug, String... others) {
        var done = (RingDeed.Done)
                node.get(RingFounding.class).found(node.house().actor(), team(), new Slug(slug), WORDS);
        within(() -> {
            var ring = node.get(RingStore.class).lock(done.ring()).orElseThrow();
            var members =
                    Stream.concat(ring.members().stream(), Stream.of(others).map(Stretches::member));
            node.get(Chair.class).put(ring.with(members.toList()));
        });
        return done.ring();
    }

    private TeamId team() {
        return node.house().team().id();
    }

    /** Somebody asks, is read at their own address, and says so too. */
    private URI waits(URI ring, String name, String number) {
        var join = URI.create(Stretches.actor(name) + "/join/" + number);
        within(() -> node.get(Chair.class)
                .opened(node.get(RingStore.class).lock(ring).orElseThrow(), Stretches.member(name), join));
        return join;
    }

    private void joins(String name, URI ring, String number) {
        says("""
                {"type":"Join","id":"%1$s/join/%2$s","actor":"%1$s","object":"%3$s"}""".formatted(Stretches.actor(name), number, ring));
    }

    /** So many letters of this kind has a ring written. */
    private long said(URI ring, String type) {
        return node
                .client()
                .sql("""
                SELECT convert_from(document, 'UTF8') FROM fediverse.activity WHERE document IS NOT NULL""")
                .query(String.class)
                .list()
                .stream()
                .map(text -> JsonMapper.shared().readTree(text))
                .filter(letter -> letter.path("type").asString().equals(type)
                        && letter.path("actor").asString().equals(ring.toString()))
                .count();
    }

    /** As if this ring had been told of a Join that is about another. */
    private void tells(URI ring, String name, URI join) {
        within(() -> {
            var known = node.get(RingStore.class).find(ring).orElseThrow();
            var applicant = Stretches.member(name);
            var now = known.updatedAt();
            node.get(BallotStore.class)
                    .put(new RingApplication(
                            ring,
                            applicant.address(),
                            join,
                            name,
                            applicant.page(),
                            applicant.inbox(),
                            now,
                            now.plusSeconds(86_400),
                            true));
        });
    }

    private void votes(String voter, URI ring, String applicant, URI join, boolean yes) {
        says("""
                {"type":"%s","id":"%s/vote","actor":"%2$s","object":
                  {"type":"Join","id":"%s","actor":"%s","object":"%s"}}""".formatted(yes ? "Accept" : "Reject", Stretches.actor(voter), join, Stretches.actor(applicant), ring));
    }

    private Set<URI> yesses(URI ring, String applicant) {
        return Set.copyOf(node.get(BallotStore.class).votes(ring, Question.JOIN, Stretches.actor(applicant)).stream()
                .filter(Vote::yes)
                .map(Vote::voter)
                .toList());
    }

    private void says(String json) {
        var document = JsonMapper.shared().readValue(json, ObjectNode.class);
        var read = (ActivityReading.Understood) ActivityReader.read(document);
        within(() -> node.get(RingEars.class).on(new ActorSpoke(read.activity(), 1, Stretches.NOON)));
    }

    private void within(Runnable deed) {
        transactions.executeWithoutResult(_ -> deed.run());
    }
}
