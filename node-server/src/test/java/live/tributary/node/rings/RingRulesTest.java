// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.vocab.RemoteActor;
import live.tributary.federation.vocab.RingLanes;
import live.tributary.federation.vocab.RingRoll;
import live.tributary.federation.vocab.RingStop;
import live.tributary.node.domains.DomainName;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.domains.DomainPolicy;
import live.tributary.node.domains.Severity;
import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.Neighbour;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.inbox.ActorChanged;
import live.tributary.node.inbox.ActorLeft;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.Instants;
import live.tributary.node.rings.RingLook.Reading;
import live.tributary.node.rings.RingStretch.Way;

import static live.tributary.node.rings.RingBench.await;
import static live.tributary.node.rings.Stretches.NOON;
import static live.tributary.node.rings.Stretches.actor;
import static org.assertj.core.api.Assertions.assertThat;

/** What members and strangers elsewhere can do to the rings of a node, whatever they send. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RingRulesTest {

    private final RingBench bench;

    RingRulesTest(TestDatabase database, @TempDir Path data) {
        bench = new RingBench(database, data, "tributary.rings.most=100", "tributary.rings.most-applications=6");
    }

    @AfterAll
    void stop() {
        bench.close();
    }

    /** A third ring can tell its members of any Join, also of somebody else's. */
    @Test
    void aVoteCountsInTheRingThatItIsAboutAndInNoOther() {
        var asked = bench.ring("vote-asked", "a", "b");
        var other = bench.ring("vote-other", "a", "b");
        var join = bench.waits(asked, "x", "one");
        bench.within(() -> bench.get(BallotStore.class).put(application(other, "x", join)));
        bench.votes("a", asked, "x", join, true);
        assertThat(bench.yesses(asked, "x")).containsExactly(actor("a"));
        assertThat(bench.yesses(other, "x")).isEmpty();
        bench.votes("stranger", asked, "x", join, true);
        assertThat(bench.yesses(asked, "x")).containsExactly(actor("a"));
        bench.votes("b", asked, "x", join, true);
        assertThat(bench.members(asked)).contains(actor("x"));
        assertThat(bench.members(other)).doesNotContain(actor("x"));
    }

    private static RingApplication application(URI ring, String name, URI join) {
        var applicant = Stretches.member(name);
        return new RingApplication(
                ring,
                applicant.address(),
                join,
                name,
                applicant.page(),
                applicant.inbox(),
                NOON,
                Instant.parse("2126-01-01T00:00:00Z"),
                true);
    }

    @Test
    void whoAsksTwiceIsToldToTheMembersOnce() {
        var ring = bench.ring("twice", "a", "b");
        var join = bench.waits(ring, "x", "one");
        assertThat(bench.node.said(ring, "Announce")).isEqualTo(1);
        bench.joins("x", ring, "two");
        assertThat(bench.get(BallotStore.class).find(ring, actor("x"))).get().satisfies(application -> {
            assertThat(application.open()).isTrue();
            assertThat(application.join()).isEqualTo(join);
        });
        bench.waits(ring, "x", "two");
        assertThat(bench.node.said(ring, "Announce")).isEqualTo(1);
    }

    @Test
    void noMoreWaitThanMayWait() {
        var ring = bench.ring("crowd", "a", "b");
        Stream.of("r", "s", "t", "u", "v", "w", "x").forEach(name -> bench.joins(name, ring, "one"));
        assertThat(bench.get(BallotStore.class).of(ring))
                .extracting(RingApplication::applicant)
                .hasSize(6)
                .doesNotContain(actor("x"));
    }

    @Test
    void aMemberGoesWhenMoreThanHalfOfTheOthersWantItAndStrangersDoNotCount() {
        var ring = bench.ring("expelling", "a", "b", "c");
        bench.within(() -> bench.get(Chair.class).put(bench.known(ring).withStewards(List.of())));
        bench.wantsGone("stranger", ring, actor("c"));
        bench.wantsGone("a", ring, actor("c"));
        bench.wantsGone("a", ring, actor("c"));
        bench.wantsGone("c", ring, actor("c"));
        assertThat(bench.members(ring)).contains(actor("c"));
        bench.wantsGone("b", ring, actor("c"));
        assertThat(bench.members(ring)).doesNotContain(actor("c")).contains(actor("a"), actor("b"));
    }

    @Test
    void whatIsHeardOfAMemberHasItReadAgainAndNoMore() {
        var ring = bench.ring("hints", "a");
        await("the member to be read", () -> dueIn(ring, "a").isPositive());
        bench.within(() -> bench.get(RingEars.class).on(new ActorChanged(actor("nobody"))));
        assertThat(dueIn(ring, "a")).isPositive();
        Stream.<Runnable>of(
                        () -> bench.get(RingEars.class).on(new ActorChanged(actor("a"))),
                        () -> bench.get(RingEars.class).on(new ActorLeft(actor("a"))))
                .forEach(hint -> bench.inVain(() -> {
                    hint.run();
                    assertThat(dueIn(ring, "a")).isLessThanOrEqualTo(Duration.ZERO);
                }));
        bench.says("""
                {"type":"Leave","id":"%1$s/leave","actor":"%1$s","object":"%2$s"}""".formatted(actor("a"), ring));
        assertThat(bench.holds(ring, actor("a"))).isTrue();
    }

    private Duration dueIn(URI ring, String member) {
        var next = bench.get(JdbcClient.class)
                .sql("SELECT next_look_at FROM rings.member WHERE ring = :ring AND address = :address")
                .param("ring", ring.toString())
                .param("address", actor(member).toString())
                .query((row, _) -> Instants.read(row, "next_look_at"))
                .single();
        return Duration.between(bench.clock.instant(), next);
    }

    @Test
    void whoIsLimitedIsNotHeardAndNobodyIsLedThere() {
        var ring = bench.ring("limits", "a", "limited", "suspended", "b");
        var maps = bench.get(RingMaps.class);
        var known = bench.known(ring);
        assertThat(maps.onward(known, Way.NEXT, actor("a").toString(), "")).isEqualTo(page("limited"));
        limit("limited", Severity.LIMIT);
        limit("suspended", Severity.SUSPEND);
        assertThat(maps.onward(known, Way.NEXT, actor("a").toString(), "")).isEqualTo(page("b"));
        assertThat(maps.onward(known, Way.PREVIOUS, actor("b").toString(), "")).isEqualTo(page("a"));
        assertThat(maps.of(known).stops()).hasSize(3);
        var other = bench.ring("limits-other", "a");
        bench.joins("limited", other, "one");
        bench.joins("suspended", other, "one");
        assertThat(bench.get(BallotStore.class).of(other)).isEmpty();
    }

    private void limit(String name, Severity severity) {
        var domain = DomainName.parse(name + ".example").orElseThrow();
        bench.get(DomainPolicies.class).put(Actor.SYSTEM, new DomainPolicy(domain, severity, false, false, "", false));
    }

    @Test
    void theWayOnIsCountedFromThePageThatLedHere() {
        var ring = bench.known(bench.ring("referred", "a", "b", "c"));
        var maps = bench.get(RingMaps.class);
        assertThat(maps.onward(ring, Way.NEXT, "", "https://b.example/")).isEqualTo(page("c"));
        assertThat(maps.onward(ring, Way.PREVIOUS, "", "https://b.example/any/page?x=1"))
                .isEqualTo(page("a"));
        assertThat(maps.onward(ring, Way.NEXT, actor("a").toString(), "https://b.example/"))
                .isEqualTo(page("b"));
        var here = maps.onward(ring, Way.NEXT, "", "https://stranger.example/");
        assertThat(here).isEqualTo(page("a"));
    }

    private static URI page(String name) {
        return Stretches.member(name).page();
    }

    @Test
    void anInvitationShowsWhenTheRingNamesTheInviter() {
        var guest = bench.anotherTeam("brook");
        var invitations = bench.get(RingInvitations.class);
        var ring = bench.ring("inviting", "a");
        bench.invites("stranger", guest, ring);
        bench.invites("stranger", guest, URI.create("https://nowhere.example/ap/r/1"));
        var heard = bench.get(InvitationStore.class);
        await("the stranger not to be believed", () -> heard.heard(guest).size() == 1);
        assertThat(invitations.of(guest)).isEmpty();
        bench.invites("a", guest, ring);
        await("the member to be believed", () -> invitations.of(guest).size() == 1);
        bench.invites("stranger", guest, ring);
        assertThat(invitations.of(guest)).extracting(RingInvitation::inviter).containsExactly(actor("a"));
    }

    @Test
    void anInvitationThatWasDeclinedMeanwhileDoesNotComeBack() {
        var guest = bench.anotherTeam("rill");
        var ring = bench.ring("declined", "a");
        inviters(bench.clock).look(new RingInvitation(guest, ring, actor("a"), bench.clock.instant()));
        assertThat(bench.get(InvitationStore.class).heard(guest)).isEmpty();
    }

    /** However long it waited for that, such as while the node was down. */
    @Test
    void anInvitationIsForgottenADayAfterItsRingWasFirstAskedInVain() {
        var guest = bench.anotherTeam("beck");
        var store = bench.get(InvitationStore.class);
        var now = bench.clock.instant();
        var nowhere = URI.create("https://nowhere.example/ap/r/1");
        var invitation = new RingInvitation(guest, nowhere, actor("a"), now.minus(Duration.ofDays(3)));
        store.hear(invitation);
        inviters(() -> now).look(invitation);
        inviters(() -> now.plus(Duration.ofHours(23))).look(invitation);
        assertThat(store.heard(guest)).hasSize(1);
        inviters(() -> now.plus(InviterLook.UNPROVEN).plusSeconds(60)).look(invitation);
        assertThat(store.heard(guest)).isEmpty();
    }

    private InviterLook inviters(InstantSource clock) {
        return new InviterLook(
                bench.get(RingStore.class), bench.get(InvitationStore.class), bench.get(RingLook.class), clock);
    }

    @Test
    void nobodyFillsTheListOfATeamAlone() {
        var guest = bench.anotherTeam("creek");
        for (int number = 0; number <= RingDoor.MOST_INVITATIONS_OF_ONE_DOMAIN; number++) {
            bench.invites("eager", guest, URI.create("https://nowhere.example/ap/r/" + number));
        }
        assertThat(bench.get(InvitationStore.class).heard(guest)).hasSize(RingDoor.MOST_INVITATIONS_OF_ONE_DOMAIN);
    }

    /** Its page is mended, or a server stands in for it that knows nothing. */
    @Test
    void aMemberLeavesByNoSingleWrongAnswer() {
        var ring = bench.ring("zines");
        try (var zine = new Neighbour()) {
            var site = new RingStop.Site(zine.at("/zine"));
            var link = bench.node.node().web().resolve("/ring/zines");
            zine.says("/zine", "text/html", "<a href=\"%s\">ring</a>".formatted(link));
            bench.get(RingStewards.class)
                    .addSite(bench.owner(), bench.team(), ring, site.address().toString());
            await("the website to be in", () -> bench.holds(ring, site.address()));
            zine.says("/zine", "text/html", "We are mending.");
            looks(site, Duration.ZERO);
            looks(site, Duration.ofHours(23));
            looks(site, Duration.ZERO);
            assertThat(bench.holds(ring, site.address())).isTrue();
            looks(site, Duration.ofHours(1));
            assertThat(bench.members(ring)).doesNotContain(site.address());
        }
    }

    private void looks(RingStop stop, Duration later) {
        bench.clock.advance(later);
        bench.get(Muster.class).look(stop);
    }

    @Test
    void ofTwoLastStewardsOneStays() {
        var heron = bench.anotherTeam("heron");
        var ring = bench.ring("last");
        bench.joinsHere(heron, ring);
        var stewards = bench.get(RingStewards.class);
        stewards.appoint(bench.owner(), bench.team(), ring, bench.address(heron));
        var deeds = bench.atOnce(
                () -> stewards.stepDown(bench.owner(), bench.team(), ring),
                () -> stewards.stepDown(bench.owner(), heron, ring));
        assertThat(deeds)
                .containsExactlyInAnyOrder(new RingDeed.Done(ring), new RingDeed.Not(RingDeed.Why.LAST_STEWARD));
    }

    @Test
    void ofTwoWhoWantOneNameOneGetsIt() {
        Supplier<RingDeed> found = () ->
                bench.get(RingFounding.class).found(bench.owner(), bench.team(), new Slug("wanted"), RingBench.WORDS);
        assertThat(bench.atOnce(found, found))
                .hasAtLeastOneElementOfType(RingDeed.Done.class)
                .contains(new RingDeed.Not(RingDeed.Why.SLUG_TAKEN));
    }

    @Test
    void whoGoesOnWithARingTwiceAtOnceFoundsOneRing() {
        var fern = URI.create("https://fern.example/ap/r/1");
        var self = bench.address(bench.team());
        var heir = bench.get(OwnTeams.class).member(bench.team());
        var silent = bench.clock.instant().minus(Rings.HOST_GONE).minusSeconds(1);
        isIn(elsewhere(fern, List.of(self)).with(List.of(heir)).readAt(silent));
        Supplier<RingDeed> succeed = () -> bench.get(RingSuccession.class).succeed(bench.owner(), bench.team(), fern);
        assertThat(bench.atOnce(succeed, succeed))
                .hasAtLeastOneElementOfType(RingDeed.Done.class)
                .contains(new RingDeed.Not(RingDeed.Why.GONE));
        assertThat(bench.get(Rings.class).of(bench.team()))
                .filteredOn(ring -> ring.former().contains(fern))
                .hasSize(1);
    }

    @Test
    void whoAsksARingThatHasJustGoneDoesNotBringItBack() {
        var guest = bench.anotherTeam("gull");
        var ring = bench.ring("going");
        var asked = bench.get(TransactionOperations.class).execute(_ -> {
            bench.get(RingStore.class).lockNames();
            bench.get(RingStore.class).remove(ring);
            bench.get(SeatStore.class).remove(bench.team(), ring);
            var asking = CompletableFuture.supplyAsync(
                    () -> bench.get(RingSeats.class).apply(bench.owner(), guest, ring.toString()));
            await("the guest to wait", this::anybodyWaitsForNames);
            return asking;
        });
        assertThat(asked).succeedsWithin(FederatedNode.PATIENCE).isEqualTo(new RingDeed.Not(RingDeed.Why.GONE));
        assertThat(bench.get(RingStore.class).find(ring)).isEmpty();
    }

    private boolean anybodyWaitsForNames() {
        return bench.get(JdbcClient.class).sql("""
                        SELECT EXISTS (SELECT 1 FROM pg_stat_activity
                                        WHERE datname = current_database() AND wait_event = 'advisory')""").query(Boolean.class).single();
    }

    private static Ring elsewhere(URI ring, List<URI> stewards) {
        return new Ring(
                ring,
                new Slug(ring.getHost().replace(".example", "")),
                false,
                URI.create(ring + "/inbox"),
                "A ring elsewhere",
                "",
                ring,
                stewards,
                RingLanes.USUAL,
                Set.of(),
                NOON,
                NOON,
                List.of());
    }

    /** The team of the node says so, and the ring names it. */
    private void isIn(Ring ring) {
        bench.within(() -> {
            var now = bench.clock.instant();
            bench.get(RingStore.class).put(ring, now);
            bench.get(SeatStore.class).put(RingSeat.of(bench.team(), ring, new UUID(0, 1), RingSeat.State.IN, now));
        });
        bench.get(RingBook.class).on(new RingsChanged());
    }

    @Test
    void anOlderListTakesNobodyOutOfARing() {
        var moss = RingLookTest.moss();
        bench.within(() -> {
            var unread = bench.get(RingSeats.class).unread(moss);
            bench.get(RingStore.class).put(unread, bench.clock.instant());
            bench.get(SeatStore.class)
                    .put(RingSeat.of(
                            bench.team(), unread, new UUID(0, 1), RingSeat.State.ASKED, bench.clock.instant()));
        });
        var self = bench.address(bench.team());
        reads(moss, NOON.plusSeconds(1), self, actor("a"));
        reads(moss, NOON, actor("a"));
        assertThat(bench.members(moss.id())).containsExactlyInAnyOrder(self, actor("a"));
        reads(moss, NOON.plusSeconds(1), self);
        assertThat(bench.members(moss.id())).containsExactly(self);
        reads(moss, bench.clock.instant().plus(Duration.ofDays(400)), self, actor("a"));
        bench.clock.advance(Duration.ofSeconds(2));
        reads(moss, bench.clock.instant().minusSeconds(1), self);
        assertThat(bench.members(moss.id())).containsExactly(self);
        bench.get(RingSeats.class).leave(bench.owner(), bench.team(), moss.id());
        assertThat(bench.get(Rings.class).find(moss.id())).isEmpty();
    }

    /** What a ring of this node is busy with, and rings that no team of this node is in, is nothing to a stranger's ring. */
    @Test
    void aRingElsewhereDoesNotSayForWhichRingsThisNodeWaits() {
        var busy = bench.ring("busy");
        var left = elsewhere(URI.create("https://left.example/ap/r/1"), List.of());
        bench.within(() -> bench.get(RingStore.class).put(left, bench.clock.instant()));
        Stream.of(busy, left.actor())
                .forEach(former -> bench.within(() -> {
                    bench.get(RingStore.class).lock(former);
                    var stranger = RingLookTest.moss(former.toString());
                    assertThat(CompletableFuture.runAsync(() -> reads(stranger, NOON, actor("a"))))
                            .succeedsWithin(FederatedNode.PATIENCE);
                }));
    }

    private void reads(RemoteActor ring, Instant updated, URI... members) {
        var stops = Stream.of(members).<RingStop>map(RingStop.Team::new).toList();
        var roll = new RingRoll(ring.id(), "Moss", "", RingLook.page(ring), List.of(), RingLanes.USUAL, stops, updated);
        bench.within(() -> bench.get(Mirror.class).keep(new Reading.There(ring, roll, "{}")));
    }

    @Test
    void whatATransactionTakesBackIsNotRemembered() {
        var ring = bench.ring("undone");
        var book = bench.get(RingBook.class);
        book.on(new RingsChanged());
        bench.inVain(() -> {
            var other = bench.known(ring).saying("Another", "", RingLanes.USUAL);
            bench.get(RingStore.class).put(other, bench.clock.instant());
            assertThat(book.known().ring(ring).orElseThrow().name()).isEqualTo("Another");
        });
        assertThat(book.known().ring(ring).orElseThrow().name()).isEqualTo(RingBench.WORDS.name());
    }
}
