// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.federation.delivery.Breaker;
import live.tributary.federation.delivery.DeliveryClass;
import live.tributary.federation.delivery.SignatureHabit;
import live.tributary.node.fixtures.ModuleSlice;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestClock;
import live.tributary.node.fixtures.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** Which delivery may go now. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveryStoreTest {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final byte[] DOCUMENT = {'{', '}'};

    private final Instant now = new TestClock().instant();
    private final ModuleSlice slice;
    private final JdbcClient db;
    private final DeliveryStore store;
    private final FanOutStore fanOut;
    private final HostStore hosts;
    private final SayingStore sayings;

    DeliveryStoreTest(TestDatabase database) {
        slice = ModuleSlice.of(database, new TestClock());
        db = database.client();
        store = new DeliveryStore(db);
        fanOut = new FanOutStore(db);
        hosts = new HostStore(db);
        sayings = new SayingStore(db);
    }

    @BeforeEach
    void empty() {
        db.sql("TRUNCATE fediverse.actor, fediverse.host CASCADE").update();
        new Actors(new ActorStore(db), () -> now).ensureNode();
    }

    @AfterAll
    void close() {
        slice.close();
    }

    @Test
    void goesFourAtATimeToOneHost() {
        for (int i = 0; i < 6; i++) {
            queue("https://one.example/users/" + i + "/inbox");
        }
        queue("https://two.example/inbox");
        assertThat(hostsOf(claim())).containsOnly("one.example", "two.example").hasSize(5);
        assertThat(claim()).as("all connections are taken").isEmpty();
    }

    @Test
    void keepsTheOrderOfOneSenderToOneInboxAboutOneThing() {
        var first = queue("https://one.example/inbox");
        var second = queue("https://one.example/inbox");
        var claims = claim();
        assertThat(claims).extracting(Claim::activity).containsExactly(first);
        store.settle(claims.getFirst().id(), Fate.ARRIVED, "202", now);
        assertThat(claim()).extracting(Claim::activity).containsExactly(second);
    }

    @Test
    void isTriedAgainWhenItsLeaseIsOver() {
        queue("https://one.example/inbox");
        assertThat(claim()).hasSize(1);
        assertThat(store.claim(now.plus(LEASE).minusSeconds(1), LEASE, 4, 10)).isEmpty();
        assertThat(store.claim(now.plus(LEASE), LEASE, 4, 10)).hasSize(1);
    }

    @Test
    void isFreeAtOnceAfterARestart() {
        queue("https://one.example/inbox");
        claim();
        store.releaseAll();
        assertThat(claim()).hasSize(1);
    }

    @Test
    void leavesAHostInPeaceButForOneProbe() {
        queue("https://one.example/a/inbox");
        queue("https://one.example/b/inbox");
        hosts.put("one.example", known(new Breaker.Open(now, now.plusSeconds(60))));
        assertThat(claim()).isEmpty();
        var later = now.plusSeconds(60);
        assertThat(store.claim(later, LEASE, 4, 10)).hasSize(1);
        assertThat(store.claim(later, LEASE, 4, 10)).as("one at a time").isEmpty();
    }

    @Test
    void isNotSentWhenItIsTooOld() {
        queue("https://one.example/inbox");
        var late = now.plus(DeliveryClass.LIVE.timeToLive());
        assertThat(store.claim(late, LEASE, 4, 10)).isEmpty();
        assertThat(store.expire(late)).isEqualTo(1);
        assertThat(store.queued()).isZero();
    }

    @Test
    void isQueuedOnceForAnInboxHoweverOftenItIsSpread() {
        var saying = say();
        fanOut.toInbox(saying, URI.create("https://one.example/inbox"), now);
        fanOut.toInbox(saying, URI.create("https://one.example/inbox"), now);
        assertThat(store.queued()).isEqualTo(1);
    }

    @Test
    void goesToAnotherInboxWhereOneHasMoved() {
        queue("https://one.example/inbox");
        var later = now.plusSeconds(5);
        store.redirect(claim().getFirst().id(), URI.create("https://one.example/new"), 1, later, now);
        assertThat(claim()).as("not at once").isEmpty();
        assertThat(store.claim(later, LEASE, 4, 10)).singleElement().satisfies(claim -> {
            assertThat(claim.inbox()).isEqualTo(URI.create("https://one.example/new"));
            assertThat(claim.attempts()).isEqualTo(1);
        });
    }

    @Test
    void tellsTheEndToWhoeverHasHeardOfItBesideTheBeginning() {
        var inbox = URI.create("https://one.example/inbox");
        send(say(Verb.ANNOUNCE), inbox);
        store.settle(claim().getFirst().id(), Fate.ARRIVED, "202", now);
        send(say(Verb.CREATE), inbox);
        send(say(Verb.CREATE), URI.create("https://two.example/inbox"));
        assertThat(fanOut.limitBeginning(say(Verb.UPDATE), now.plusSeconds(60), now))
                .containsExactly("https://two.example/inbox");
    }

    @Test
    void tellsHowItWentOnToWhoeverMissedAChangeOnly() {
        var inbox = URI.create("https://one.example/inbox");
        send(say(Verb.UPDATE), inbox);
        store.settle(claim().getFirst().id(), Fate.EXPIRED, "", now);
        send(say(Verb.UPDATE), inbox);
        assertThat(store.dropSequels(now)).isZero();
    }

    @Test
    void doesNotTellHowItWentOnToWhoeverMissedTheBeginning() {
        var inbox = URI.create("https://one.example/inbox");
        send(say(Verb.CREATE), inbox);
        store.settle(claim().getFirst().id(), Fate.EXPIRED, "", now);
        send(say(Verb.UPDATE), inbox);
        assertThat(store.dropSequels(now)).isEqualTo(1);
    }

    private UUID queue(String inbox) {
        var saying = say();
        fanOut.toInbox(saying, URI.create(inbox), now);
        return saying.id();
    }

    private Saying say(Verb verb) {
        var saying = saying(verb);
        sayings.add(saying, now);
        sayings.said(saying.id(), DOCUMENT);
        return saying;
    }

    private void send(Saying saying, URI inbox) {
        fanOut.toInbox(saying, inbox, now);
    }

    private Saying saying(Verb verb) {
        return new Saying(
                UUID.randomUUID(),
                ActorId.NODE,
                verb,
                new Subject.OfItself(),
                Hearers.nobody(),
                DeliveryClass.LIVE,
                now);
    }

    private Saying say() {
        var saying = saying(Verb.LETTER);
        sayings.addLetter(saying.id(), saying.sender(), DOCUMENT, now);
        return saying;
    }

    private List<Claim> claim() {
        return store.claim(now, LEASE, 4, 10);
    }

    private static List<String> hostsOf(List<Claim> claims) {
        return claims.stream().map(Claim::host).toList();
    }

    private static KnownHost known(Breaker breaker) {
        return new KnownHost(breaker, SignatureHabit.unknown());
    }
}
