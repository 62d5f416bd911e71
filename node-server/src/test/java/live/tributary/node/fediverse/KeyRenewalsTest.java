// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

import live.tributary.fixtures.process.Waiting;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestClock;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.Instants;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.team.Members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** An actor gets new keys while others know the old ones, and nothing is lost. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyRenewalsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final TestClock clock = new TestClock();
    private JdbcClient db;
    private PublishedNode node;
    private Peer peer;

    @BeforeAll
    void found(TestDatabase database, @TempDir Path data) {
        db = database.client();
        node = PublishedNode.found(database, clock, data);
    }

    /** The proofs of the last one are forgotten. */
    @BeforeEach
    void anotherMonth() {
        clock.advance(Duration.ofDays(31));
        node.get(Locksmith.class).turn();
        peer = Peer.start(clock);
        node.follow(peer.follower("zoe", node.person().id(), "Person"));
    }

    @AfterEach
    void goHome() {
        node.endAll();
        waitFor(
                "all is said",
                () -> node.get(SayingStore.class).nextDue(clock.instant()).isEmpty());
        node.get(Followers.class).removeHost(Actor.SYSTEM, peer.host());
        peer.close();
        // Whoever was told something is told of the next keys, too.
        db.sql("DELETE FROM fediverse.delivery").update();
        db.sql("DELETE FROM fediverse.retiring_key").update();
        db.sql("UPDATE fediverse.actor_key SET renewal_asked_at = NULL").update();
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void othersAreToldUnderTheOldKeyAndAllElseIsSignedWithTheNewOne() {
        var before = peer.meet(address());
        renew();
        waitFor("the news", () -> peer.letters("Update").size() == 1);
        var told = peer.letters("Update").getFirst().document().path("object");
        assertThat(pem(told)).isNotEqualTo(pem(before)).isEqualTo(pem(document()));
        assertThat(told.path("publicKey").path("id").asString())
                .isEqualTo(before.path("publicKey").path("id").asString());
        assertThat(proofKeys(told)).hasSize(2).endsWith(proofKeys(before).getFirst());

        node.goLive();
        waitFor("the beginning", () -> peer.letters("Create").size() == 1);
        assertThat(peer.letters("Create")
                        .getFirst()
                        .document()
                        .path("proof")
                        .path("verificationMethod")
                        .asString())
                .isEqualTo(proofKeys(told).getFirst());
        assertThat(peer.askedAgain()).as("it was told").isZero();
        assertThat(peer.faults()).isEmpty();
    }

    @Test
    void whatWasOnItsWayIsSignedWithTheNewKey() {
        peer.meet(address());
        peer.refuseWith(503);
        node.goLive();
        waitFor("it is refused", () -> attempts() == 1);
        renew();
        peer.refuseWith(0);
        waitFor("all of it", () -> {
            clock.advance(Duration.ofSeconds(1));
            node.wake();
            return peer.types().containsAll(List.of("Create", "Update"));
        });
        var create = peer.letters("Create").getFirst().document();
        assertThat(proofKeys(document()))
                .as("what was proven before can still be verified")
                .contains(create.path("proof").path("verificationMethod").asString());
    }

    @Test
    void whoKnowsTheNewKeyAlreadyIsToldUnderThat() {
        peer.refuseWith(503);
        renew();
        waitFor("it is refused", () -> attempts() == 1);
        peer.meet(address());
        peer.refuseWith(0);
        waitFor("the news", () -> {
            // When it is tried again is reckoned from when the refusal was noted, which may be now.
            clock.advance(Duration.ofSeconds(1));
            node.wake();
            return peer.letters("Update").size() == 1;
        });
        assertThat(peer.faults()).isEmpty();
    }

    @Test
    void whoLooksTheKeyUpOnlyNowBelievesTheSecondKnock() {
        renew();
        waitFor("the news", () -> peer.letters("Update").size() == 1);
        assertThat(peer.faults()).as("the old key, in both kinds of signature").hasSize(2);
    }

    @Test
    void anOldKeyIsDestroyedWhenEverybodyWasTold() {
        peer.meet(address());
        peer.refuseWith(503);
        renew();
        waitFor("it is refused", () -> attempts() == 1);
        node.get(Locksmith.class).turn();
        assertThat(retiring()).isEqualTo(1);
        assertThat(ask()).as("not twice at once").isZero();
        peer.refuseWith(0);
        waitFor("it is told and destroyed", () -> {
            clock.advance(Duration.ofSeconds(1));
            node.wake();
            node.get(Locksmith.class).turn();
            return retiring() == 0;
        });
        assertThat(peer.letters("Update")).hasSize(1);
        assertThat(peer.faults()).isEmpty();
    }

    @Test
    void anOldKeyIsDestroyedAfterTwoDaysInAnyCaseAndItsProofsAreForgottenAfterThirty() {
        peer.meet(address());
        peer.refuseWith(503);
        renew();
        waitFor("it is refused", () -> attempts() == 1);
        clock.advance(Locksmith.LONGEST_TELLING.minusSeconds(1));
        node.get(Locksmith.class).turn();
        assertThat(retiring()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        node.get(Locksmith.class).turn();
        assertThat(retiring()).isZero();
        assertThat(proofKeys(document())).hasSize(2);
        clock.advance(Locksmith.PROOFS_KEPT);
        node.get(Locksmith.class).turn();
        assertThat(proofKeys(document())).hasSize(1);
    }

    @Test
    void theyAreMadeWithinAMinute() {
        var before = pem(document());
        ask();
        clock.advance(Duration.ofMinutes(1));
        node.wake();
        waitFor("new keys", () -> !pem(document()).equals(before));
    }

    @Test
    void onlyOwnersMakeThem() {
        var renewals = node.get(KeyRenewals.class);
        var team = node.house().team().id();
        var member = new Actor.SignedIn(node.join("ben").account(), false);
        assertThatThrownBy(() -> renewals.ask(member, team)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> renewals.ask(member)).isInstanceOf(NotAllowedException.class);
        document();
        assertThat(renewals.report(team))
                .isInstanceOfSatisfying(
                        KeyReport.Made.class, made -> assertThat(made.asked()).isZero());
        assertThat(renewals.ask(node.house().actor(), team)).isPositive();
        assertThat(renewals.report())
                .isInstanceOfSatisfying(
                        KeyReport.Made.class, made -> assertThat(made.asked()).isPositive());
    }

    @Test
    void keysThatWereMadeInWhatWasUndoneAreNobodys() {
        var keys = node.get(KeyRings.class);
        var stored = new ActorKeyStore(db);
        var member = node.join("nell").id();
        var actor = node.get(Actors.class).person(member).orElseThrow().id();
        assertThat(stored.find(actor)).as("before somebody needs them").isEmpty();
        node.get(TransactionOperations.class).executeWithoutResult(undone -> {
            var made = keys.of(actor).rsa().publicKey();
            assertThat(keys.of(actor).rsa().publicKey()).isEqualTo(made);
            undone.setRollbackOnly();
        });
        assertThat(stored.find(actor)).isEmpty();
        var kept = keys.of(actor).rsa().publicKey();
        assertThat(stored.find(actor).orElseThrow().rsaPublic()).isEqualTo(kept.toPem());
    }

    @Test
    void whatWasToSayTheOldKeyIsNotSaidAfterTheNewOne() {
        peer.meet(address());
        peer.refuseWith(503);
        node.get(Profiles.class).changed(node.person().id());
        clock.advance(Duration.ofMinutes(1));
        node.wake();
        waitFor("it is refused", () -> attempts() == 1);
        renew();
        peer.refuseWith(0);
        waitFor("the news", () -> {
            clock.advance(Duration.ofSeconds(1));
            node.wake();
            return node.toldTo(peer.host()).fate(Verb.RENEW_KEY).equals("ARRIVED");
        });
        assertThat(node.toldTo(peer.host()).fate(Verb.UPDATE_ACTOR)).isEqualTo("REPLACED");
        assertThat(peer.letters("Update")).hasSize(1);
    }

    @Test
    void whoLeavesSaysSoUnderTheKeyThatOthersKnow() {
        var member = node.join("nora");
        var nora = node.get(Actors.class).person(member.id()).orElseThrow();
        node.follow(peer.follower("yan", nora.id(), "Person"));
        peer.meet(node.get(Addresses.class).of(nora));
        peer.refuseWith(503);
        node.get(KeyRenewalStore.class).ask(List.of(nora.id()), clock.instant());
        node.get(Locksmith.class).turn();
        waitFor("it is refused", () -> attempts() == 1);
        node.get(Members.class).remove(node.house().actor(), member.id());
        peer.refuseWith(0);
        waitFor("the last words", () -> {
            clock.advance(Duration.ofSeconds(1));
            node.wake();
            return peer.letters("Delete").size() == 1;
        });
        assertThat(peer.askedAgain()).isZero();
        assertThat(peer.faults()).isEmpty();
    }

    @Test
    void noTroubleWithNewKeysKeepsOldOnes() {
        ask();
        node.get(KeyRings.class).of(node.group().id());
        retire(
                "fediverse.retiring_key (actor, rsa_public, rsa_sealed, told_by, retired_at)"
                        + " SELECT actor, rsa_public, rsa_sealed, gen_random_uuid(), :now",
                node.group().id());
        // The number is taken: the member cannot get new keys.
        retire(
                "fediverse.former_proof_key (actor, number, ed25519_public, retired_at)"
                        + " SELECT actor, proof_number, ed25519_public, :now",
                node.person().id());
        assertThatThrownBy(() -> node.get(Locksmith.class).turn()).isInstanceOf(DuplicateKeyException.class);
        assertThat(retiring(node.group().id())).isZero();
        db.sql("DELETE FROM fediverse.former_proof_key WHERE actor = :actor")
                .param("actor", node.person().id().value())
                .update();
    }

    private void retire(String whatOfKeys, ActorId actor) {
        db.sql("INSERT INTO " + whatOfKeys + " FROM fediverse.actor_key WHERE actor = :actor")
                .param("now", Instants.parameter(clock.instant()))
                .param("actor", actor.value())
                .update();
    }

    private void renew() {
        assertThat(ask()).isPositive();
        node.get(Locksmith.class).turn();
    }

    /** Keys of the member alone: nobody but the member is met here. */
    private int ask() {
        document();
        return node.get(KeyRenewalStore.class).ask(List.of(node.person().id()), clock.instant());
    }

    private int retiring() {
        return retiring(node.person().id());
    }

    private int retiring(ActorId actor) {
        return db.sql("SELECT count(*) FROM fediverse.retiring_key WHERE actor = :actor")
                .param("actor", actor.value())
                .query(Integer.class)
                .single();
    }

    private int attempts() {
        return db.sql("SELECT COALESCE(max(attempts), 0) FROM fediverse.delivery WHERE host = :host")
                .param("host", peer.host())
                .query(Integer.class)
                .single();
    }

    private URI address() {
        return node.get(Addresses.class).of(node.person());
    }

    private JsonNode document() {
        return peer.fetch(address());
    }

    private static String pem(JsonNode actor) {
        return actor.path("publicKey").path("publicKeyPem").asString();
    }

    private static List<String> proofKeys(JsonNode actor) {
        return actor.path("assertionMethod")
                .valueStream()
                .map(key -> key.path("id").asString())
                .toList();
    }

    private void waitFor(String what, BooleanSupplier condition) {
        Waiting.until(what, SOON, condition, () -> peer.types() + " " + peer.faults());
    }
}
