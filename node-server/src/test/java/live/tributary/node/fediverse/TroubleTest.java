// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.federation.delivery.Breaker;
import live.tributary.federation.delivery.SignatureHabit;
import live.tributary.fixtures.process.Waiting;
import live.tributary.node.domains.DomainName;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.domains.DomainPolicy;
import live.tributary.node.domains.Severity;
import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestClock;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.WebVisitor;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.BroadcastId;
import live.tributary.node.kernel.Instants;

import static org.assertj.core.api.Assertions.assertThat;

/** What must not stop the news, and whom they must not reach. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TroubleTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final DomainName LOOPBACK = new DomainName("127.0.0.1");
    private static final String SERVERS = "/studio/servers";

    private final TestClock clock = new TestClock();
    private JdbcClient db;
    private PublishedNode node;
    private Peer peer;

    @BeforeAll
    void found(TestDatabase database, @TempDir Path data) {
        db = database.client();
        node = PublishedNode.found(database, clock, data);
    }

    @BeforeEach
    void anotherEvening() {
        clock.advance(Duration.ofHours(1));
        peer = Peer.start(clock);
    }

    @AfterEach
    void goHome() {
        node.get(DomainPolicies.class).remove(Actor.SYSTEM, LOOPBACK);
        node.endAll();
        waitFor(
                "nothing is left to say, not to the next peer either",
                () -> node.get(SayingStore.class).nextDue(clock.instant()).isEmpty());
        node.get(Followers.class).removeHost(Actor.SYSTEM, peer.host());
        peer.close();
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void oneThingThatCannotBeGivenToInboxesHoldsUpNothingElse() {
        node.follow(peer.follower("zoe", node.person().id(), "Person"));
        var stuck = sayWhatNoTableTakes();
        node.goLive();
        waitFor("the beginning", () -> peer.letters("Create").size() == 1);
        assertThat(dueAt(stuck))
                .as("it is kept for later")
                .isEqualTo(clock.instant().plus(FanOut.PAUSE));
        db.sql("DELETE FROM fediverse.activity WHERE id = :id")
                .param("id", stuck)
                .update();
    }

    /** Its deliveries would expire after the last day that the database knows. */
    private UUID sayWhatNoTableTakes() {
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO fediverse.activity (id, sender, verb, audience, hearing, urgency, listed, said_at, due_at)
                VALUES (:id, :sender, 'DELETE_ACTOR', :sender, 'ALL', 'NORMAL', false, '294276-12-31 00:00:00+00', :now)""")
                .param("id", id)
                .param("sender", node.person().id().value())
                .param("now", Instants.parameter(clock.instant().minusSeconds(60)))
                .update();
        return id;
    }

    @Test
    void nothingGoesToAHostThatIsBlocked() {
        var block = new DomainPolicy(LOOPBACK, Severity.SUSPEND, false, false, "", false);
        node.get(DomainPolicies.class).put(Actor.SYSTEM, block);
        node.follow(peer.follower("zoe", node.person().id(), "Person"));
        node.get(Census.class).take();
        node.goLive();
        waitFor("it is settled", () -> answer().equals(Optional.of("REFUSED: blocked here")));
        assertThat(peer.letters()).isEmpty();
        assertThat(peer.asked("/.well-known/nodeinfo")).isFalse();
    }

    private Optional<String> answer() {
        return db.sql("SELECT state || ': ' || last_answer FROM fediverse.delivery WHERE host = :host")
                .param("host", peer.host())
                .query(String.class)
                .optional();
    }

    @Test
    void whatEndedWhileNobodyListenedIsToldAtTheNextStart() {
        node.follow(peer.follower("zoe", node.person().id(), "Person"));
        var broadcast = node.goLive();
        waitFor("the beginning", () -> peer.letters("Create").size() == 1);
        var end = clock.instant().plusSeconds(60);
        endBehindItsBack(broadcast);
        clock.advance(Duration.ofMinutes(10));
        node.get(MissedEnds.class).tell();
        node.get(MissedEnds.class).tell();
        waitFor("the end", () -> peer.letters("Update").size() == 1);
        assertThat(node.video(broadcast).endedAt()).contains(end);
        var told = peer.letters("Update").getFirst().document().path("object");
        assertThat(told.path("state").asInt()).isEqualTo(5);
    }

    private void endBehindItsBack(BroadcastId broadcast) {
        db.sql("UPDATE broadcast.broadcast SET ended_at = :end, end_reason = 'PUBLISHER_DONE' WHERE id = :id")
                .param("end", Instants.parameter(clock.instant().plusSeconds(60)))
                .param("id", broadcast.value())
                .update();
    }

    @Test
    void aLetterDoesNotWaitForOneThatFailedBeforeIt() {
        var inbox = peer.address("/inbox");
        peer.refuseWith(500);
        writeTo(inbox);
        waitFor("it waits", () -> attempts() == 1);
        peer.refuseWith(0);
        clock.advance(Duration.ofMillis(1));
        writeTo(inbox);
        waitFor("both", () -> peer.letters("Like").size() == 2);
    }

    @Test
    void theOwnerSendsByHandToAHostThatIsLeftInPeace() {
        leaveInPeace();
        writeTo(peer.address("/inbox"));
        var owner = owner();
        var servers = owner.get(SERVERS);
        assertThat(servers.page()
                        .select("tr:contains(%s)".formatted(peer.host()))
                        .text())
                .contains("Paused");
        assertThat(peer.letters()).isEmpty();
        owner.submit(servers, SERVERS + "/hosts/retry", Map.of("host", peer.host()));
        waitFor("it arrives", () -> peer.letters("Like").size() == 1);
        waitFor("it is known", () -> state().equals("ARRIVED"));
    }

    @Test
    void whatTheOwnerDropsIsNotSent() {
        leaveInPeace();
        writeTo(peer.address("/inbox"));
        var owner = owner();
        owner.submit(owner.get(SERVERS), SERVERS + "/hosts/drop", Map.of("host", peer.host()));
        assertThat(state()).isEqualTo("DROPPED");
        assertThat(peer.letters()).isEmpty();
    }

    @Test
    void aHostThatNobodyFollowsFromIsForgottenInTheEnd() {
        var hosts = node.get(HostStore.class);
        leaveInPeace();
        var after = clock.instant().plus(Breaker.FIRST_PEACE).plusSeconds(1);
        hosts.forgetBefore(clock.instant());
        assertThat(hosts.find(peer.host())).isPresent();

        node.follow(peer.follower("zoe", node.person().id(), "Person"));
        hosts.forgetBefore(after);
        assertThat(hosts.find(peer.host())).isPresent();

        node.get(Followers.class).removeHost(Actor.SYSTEM, peer.host());
        hosts.forgetBefore(after);
        assertThat(hosts.find(peer.host())).isEmpty();
    }

    private void leaveInPeace() {
        var peace = new Breaker.Open(clock.instant(), clock.instant().plus(Breaker.FIRST_PEACE));
        node.get(HostStore.class).put(peer.host(), new KnownHost(peace, SignatureHabit.unknown()));
    }

    private WebVisitor owner() {
        var owner = new WebVisitor(node.node().web());
        owner.logIn(House.OWNER, House.PASSWORD);
        return owner;
    }

    private String state() {
        return db.sql("SELECT state FROM fediverse.delivery WHERE host = :host")
                .param("host", peer.host())
                .query(String.class)
                .single();
    }

    private void writeTo(URI inbox) {
        var outbox = node.get(Outbox.class);
        var addresses = node.get(Addresses.class);
        var id = outbox.nextId();
        var letter = """
                {"@context": "https://www.w3.org/ns/activitystreams", "id": "%s", "type": "Like", "actor": "%s"}""".formatted(addresses.activity(id), addresses.of(node.person()));
        outbox.send(Actor.SYSTEM, node.person(), id, letter.getBytes(StandardCharsets.UTF_8), List.of(inbox));
    }

    @Test
    void anInboxThatFitsIntoNoIndexIsNoInbox() {
        node.follow(peer.follower("zoe", node.person().id(), "Person"));
        peer.moveInbox("/" + "\u00e4".repeat(1_500));
        node.goLive();
        waitFor("somebody asked", () -> peer.asked("/users/zoe"));
        waitFor("it waits", () -> attempts() == 1);
        assertThat(node.get(Followers.class)
                        .find(node.person().id(), peer.address("/users/zoe"))
                        .orElseThrow()
                        .sharedInbox())
                .isEqualTo(peer.address("/users/zoe/inbox"));
    }

    private int attempts() {
        return db.sql("SELECT attempts FROM fediverse.delivery WHERE host = :host")
                .param("host", peer.host())
                .query(Integer.class)
                .single();
    }

    private Instant dueAt(UUID activity) {
        return db.sql("SELECT due_at FROM fediverse.activity WHERE id = :id")
                .param("id", activity)
                .query((row, _) -> Instants.read(row, "due_at"))
                .single();
    }

    private void waitFor(String what, BooleanSupplier condition) {
        Waiting.until(what, SOON, condition, () -> peer.types() + " " + peer.faults());
    }
}
