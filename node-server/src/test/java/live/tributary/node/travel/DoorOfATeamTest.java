// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.handoff.ArrivalToken;
import live.tributary.federation.handoff.HandoffHash;
import live.tributary.federation.vocab.HandoffKind;
import live.tributary.federation.vocab.Raids;
import live.tributary.federation.vocab.Travel;
import live.tributary.federation.vocab.TravelLane;
import live.tributary.federation.vocab.TravelOffer;
import live.tributary.fixtures.process.Waiting;
import live.tributary.node.broadcast.Broadcasts;
import live.tributary.node.broadcast.EndReason;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.Seals;
import live.tributary.node.fediverse.Videos;
import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.TeamId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Many come to one team at once. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DoorOfATeamTest {

    private static final int ROOM = 50;
    private static final int CROWD = 8;

    private final InstantSource clock = InstantSource.system();
    private final FederatedNode node;
    private final TeamId team;
    private int handoffs;

    DoorOfATeamTest(TestDatabase database, @TempDir Path data) {
        node = FederatedNode.start(database, data);
        team = node.house().team().id();
    }

    @BeforeEach
    void everybodyIsWelcome() {
        node.client().sql("DELETE FROM travel.visit").update();
        node.client().sql("DELETE FROM travel.friend").update();
        var open = new Policy(Raids.EVERYONE, false, ROOM, false, new WhenEnding.Nobody(), false);
        node.get(Hosting.class).put(node.house().actor(), team, open);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void oneServerHoldsHalfOfTheRoomAndAFriendAllOfIt() {
        var stranger = server("stranger");
        assertThat(lets(offer(stranger, 25))).isTrue();
        assertThat(lets(offer(stranger, 1))).isFalse();
        assertThat(lets(offer(stranger.resolve("/another-team"), 1))).isFalse();
        assertThat(lets(offer(server("other"), 5))).isTrue();

        var friend = server("friend");
        node.client().sql("DELETE FROM travel.visit").update();
        node.get(PolicyStore.class).befriend(team, friend, Instant.EPOCH);
        assertThat(lets(offer(friend, 25))).isTrue();
        assertThat(lets(offer(friend, 25))).isTrue();
        assertThat(lets(offer(friend, 1))).isFalse();
    }

    @Test
    void aFriendWhoIsNotFoundIsNotOneTooMany() {
        var hosting = node.get(Hosting.class);
        assertThat(hosting.befriend(node.house().actor(), team, "@potter@nobody.invalid"))
                .isEqualTo(new Befriended.Nobody(Chosen.Why.NOBODY));

        IntStream.range(0, Hosting.MOST_FRIENDS)
                .forEach(
                        friend -> node.get(PolicyStore.class).befriend(team, server("friend" + friend), Instant.EPOCH));
        assertThat(hosting.befriend(node.house().actor(), team, "@potter@nobody.invalid"))
                .isEqualTo(new Befriended.TooMany());
    }

    @Test
    void aRaftThatAsksAnewTakesNoMoreRoom() {
        var request = offer(server("source"), 25);
        assertThat(lets(request)).isTrue();
        assertThat(lets(request)).isTrue();
        assertThat(promised()).isEqualTo(25);
    }

    @Test
    void whoeverAsksAtOnceNeverGetsMoreThanTheRoom() {
        var answers = atOnce(number -> lets(offer(server("source" + number), 9)));
        assertThat(answers.stream().filter(yes -> yes)).hasSize(ROOM / 9);
        assertThat(promised()).isEqualTo(45);
    }

    @Test
    void nobodyComesFromWhereViewersWereSentTo() {
        var request = offer(server("source"), 1);
        var store = node.get(HandoffStore.class);
        var there = there(request.actor());
        int number = store.begin(video(), team, HandoffKind.END, Instant.EPOCH);
        store.accepted(video(), number, 1, there, 1, Instant.EPOCH);
        assertThat(lets(request)).as("they might have gone, and did not").isTrue();
        store.sent(video(), number, 1);
        assertThat(lets(request)).isFalse();
        store.forgetBefore(clock.instant());
    }

    private static Prospect there(URI actor) {
        return new Prospect(
                actor,
                actor.resolve("/inbox"),
                "Source",
                actor.resolve("/v/1"),
                "",
                actor,
                Instant.EPOCH,
                List.of(),
                List.of(),
                List.of(),
                Raids.EVERYONE,
                true,
                Instant.EPOCH);
    }

    @Test
    void aTicketOpensOnceHoweverManyShowIt() {
        var ticket = ticket(offer(server("source"), 2));
        assertThat(atOnce(_ -> arrive(ticket)).stream().flatMap(Optional::stream))
                .hasSize(1);
        assertThat(promised()).isEqualTo(1);
    }

    @Test
    void aTicketDoesNotSlipInBesideWhoTakesItsPlaceBack() {
        var source = server("source");
        var ticket = ticket(offer(source, 2));
        var coming = meanwhile(
                () -> node.get(VisitStore.class).undo(team, source, Instant.EPOCH, clock.instant()),
                () -> arrive(ticket).isPresent());
        assertThat(coming).isFalse();
    }

    @Test
    void whoHasComeIsStillSeenWhenTheRestOfTheRaftIsTurnedAway() {
        var owner = node.house().actor();
        assertThat(arrive(ticket(offer(server("early"), 2)))).isPresent();
        node.get(Hosting.class).shield(owner, team, true);
        assertThat(node.get(Hosting.class).guests(team)).singleElement().satisfies(guests -> {
            assertThat(guests.actor()).isEqualTo(server("early"));
            assertThat(guests.arrived()).isEqualTo(1);
        });
        node.get(Hosting.class).shield(owner, team, false);
    }

    @Test
    void nobodyIsPromisedWhatEndsJustNow() {
        var request = offer(server("source"), 2);
        var broadcasts = node.get(Broadcasts.class);
        var channel = node.house().channel();
        var coming = meanwhile(
                () -> {
                    node.get(PolicyStore.class).lock(team);
                    broadcasts.end(
                            Actor.SYSTEM,
                            broadcasts.current(channel).orElseThrow().id(),
                            EndReason.ENDED_BY_HAND);
                },
                () -> lets(request));
        assertThat(coming).isFalse();
        assertThat(promised()).isZero();
        broadcasts.goLive(Actor.SYSTEM, broadcasts.open(Actor.SYSTEM, channel).id());
    }

    @Test
    void whatWasTakenBackBeforeItWasHeardHoldsNothing() {
        var request = offer(server("source"), 2);
        node.get(TakenBack.class).remember(request.offer(), request.actor());
        assertThat(lets(request)).isFalse();
        assertThat(promised()).isZero();
        assertThat(lets(offer(server("source"), 2))).isTrue();
    }

    @Test
    void handoffsThatBeginAtOnceHaveNumbersOfTheirOwnAndAreForgottenInTheEnd() {
        var store = node.get(HandoffStore.class);
        var now = clock.instant();
        var numbers = atOnce(_ -> store.begin(node.video(), team, HandoffKind.END, now));
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, CROWD).boxed().toList());
        store.forgetBefore(now);
        assertThat(store.begin(node.video(), team, HandoffKind.END, now)).isEqualTo(CROWD + 1);
        store.forgetBefore(now.plus(Duration.ofHours(1)));
        assertThat(count("travel.handoff")).isZero();

        var policies = node.get(PolicyStore.class);
        policies.shut(team, server("source"), now);
        policies.forgetShut(now);
        assertThat(count("travel.shut")).isZero();
    }

    @Test
    void theFirstTwoDecisionsOfATeamAreBothKept() {
        node.client().sql("DELETE FROM travel.policy").update();
        var hosting = node.get(Hosting.class);
        var owner = node.house().actor();
        var open = new Policy(Raids.EVERYONE, false, ROOM, false, new WhenEnding.Drawn(), true);
        node.database()
                .atOnce(
                        "travel.policy",
                        () -> {
                            hosting.shield(owner, team, true);
                            return true;
                        },
                        () -> {
                            hosting.put(owner, team, open);
                            return true;
                        });
        assertThat(hosting.policy(team)).isEqualTo(open.withShield(true));
        hosting.shield(owner, team, false);
    }

    @Test
    void aDecisionThatCannotBeReadIsNotTakenForAnother() {
        node.client()
                .sql("ALTER TABLE travel.policy DROP CONSTRAINT policy_carry_check")
                .update();
        node.client().sql("UPDATE travel.policy SET carry = 'TOMORROW'").update();
        assertThatThrownBy(() -> node.get(Hosting.class).policy(team))
                .hasMessageContaining("travel.policy.carry")
                .hasMessageContaining("TOMORROW");
        node.client().sql("UPDATE travel.policy SET carry = 'NOBODY'").update();
    }

    @Test
    void aDomainThatAsksTooOftenIsNotHeardUnderAnotherName() {
        var porter = node.get(Porter.class);
        IntStream.range(0, Porter.MOST_A_MINUTE)
                .forEach(number -> assertThat(porter.hears(server("host" + number + ".flood")))
                        .isTrue());
        assertThat(porter.hears(server("another.flood"))).isFalse();
        assertThat(porter.hears(server("quiet"))).isTrue();
    }

    @Test
    void whatWasSentToManyTeamsIsLookedUpAtOnce() {
        var now = clock.instant();
        var turns = node.get(TurnStore.class);
        var one = server("one");
        var other = server("other");
        turns.due(List.of(one, other), 10, now);
        turns.received(other, now);
        assertThat(turns.of(List.of(one, other, server("third")), now))
                .isEqualTo(Map.of(one, new SentTurn(0, 5), other, new SentTurn(1, 5)));
        assertThat(turns.of(List.of(), now)).isEmpty();
    }

    @Test
    void theTargetOfTheLargestRaftIsBoosted() {
        var store = node.get(HandoffStore.class);
        int number = store.begin(video(), team, HandoffKind.END, clock.instant());
        sends(number, 1, "often", 2);
        sends(number, 2, "often", 2);
        sends(number, 3, "once", 3);
        sends(number, 4, "nobody", 0);
        assertThat(store.largestWentTo(video(), number)).contains(server("once").resolve("/v/1"));
        store.forgetBefore(clock.instant().plusSeconds(1));
    }

    private void sends(int number, int raft, String target, int viewers) {
        var store = node.get(HandoffStore.class);
        store.accepted(video(), number, raft, there(server(target)), 25, clock.instant());
        IntStream.range(0, viewers).forEach(_ -> store.sent(video(), number, raft));
    }

    private int count(String table) {
        return node.client()
                .sql("SELECT count(*) FROM " + table)
                .query(Integer.class)
                .single();
    }

    private static URI server(String name) {
        return URI.create("https://%s.example/team".formatted(name));
    }

    /** Each of another hand-off. */
    private synchronized Request offer(URI source, int size) {
        var handoff = source.resolve("/ap/ho/1/" + ++handoffs);
        var wish = new TravelOffer(
                new Travel.Raft(handoff, 1),
                HandoffKind.END,
                TravelLane.OPEN,
                size,
                source.resolve("/v/1"),
                node.get(Addresses.class).video(video()),
                clock.instant().plusSeconds(5));
        return new Request(source, URI.create(handoff + "/1/1"), team, video(), wish);
    }

    private UUID video() {
        return node.get(Videos.class)
                .latest(node.house().channel())
                .orElseThrow()
                .id();
    }

    private boolean lets(Request request) {
        var source = request.actor();
        var sender = new Visit.Sender(source, source.resolve("/inbox"), "Source", source);
        return node.get(Doorkeeper.class)
                .lets(request, sender, node.get(Seals.class).key(Actor.SYSTEM, node.group()));
    }

    /** For the first place of a raft that was let in; the source signs with the key of the only team there is. */
    private String ticket(Request request) {
        assertThat(lets(request)).isTrue();
        return ArrivalToken.sign(
                        HandoffHash.of(request.wish().raft().handoff()),
                        1,
                        0,
                        clock.instant().plusSeconds(30),
                        request.wish().target(),
                        message -> node.get(Seals.class).sign(Actor.SYSTEM, node.group(), message))
                .text();
    }

    private Optional<Arrived> arrive(String ticket) {
        return node.get(Hosting.class).arrive(Actor.ANONYMOUS, node.house().channel(), ticket);
    }

    private int promised() {
        return node.get(VisitStore.class).promised(team, clock.instant());
    }

    private static <T> List<T> atOnce(IntFunction<T> deed) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, CROWD)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> deed.apply(number), threads))
                    .toList();
            return all.stream().map(CompletableFuture::join).toList();
        }
    }

    /** What comes of the second while the first is done and not committed. */
    private boolean meanwhile(Runnable first, Callable<Boolean> second) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return node.get(TransactionOperations.class)
                    .execute(_ -> {
                        first.run();
                        var coming = threads.submit(second);
                        Waiting.until(
                                "it to wait", FederatedNode.PATIENCE, () -> count("pg_locks WHERE NOT granted") > 0);
                        return coming;
                    })
                    .get();
        } catch (Exception trouble) {
            throw new AssertionError(trouble);
        }
    }
}
