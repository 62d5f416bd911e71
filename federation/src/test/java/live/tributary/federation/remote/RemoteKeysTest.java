// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.remote;

import java.net.URI;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.http.AddressGuard;
import live.tributary.federation.http.Budget;
import live.tributary.federation.http.ClientOptions;
import live.tributary.federation.http.GuardedClient;
import live.tributary.federation.http.RequestSigner;
import live.tributary.federation.http.StrangersServer;
import live.tributary.federation.remote.KeyLookUp.Found;
import live.tributary.federation.remote.KeyLookUp.NotFound;
import live.tributary.federation.remote.KeyLookUp.TooOften;
import live.tributary.federation.signature.ActorKey;
import live.tributary.federation.signature.KeyType;
import live.tributary.federation.signature.VerifyingKey;
import live.tributary.fixtures.clock.TestClock;

import static org.assertj.core.api.Assertions.assertThat;

class RemoteKeysTest {

    private static final String ACTIVITY = "application/activity+json";
    private static final VerifyingKey KEY = ActorKey.generate(KeyType.RSA).publicKey();
    private static final VerifyingKey NEXT_KEY = ActorKey.generate(KeyType.RSA).publicKey();
    private static final VerifyingKey PROOF_KEY =
            ActorKey.generate(KeyType.ED25519).publicKey();

    private final StrangersServer server = StrangersServer.start();
    private final StrangersServer other = StrangersServer.start();
    private final GuardedClient http = GuardedClient.open(new ClientOptions("test", AddressGuard.testLoopback()));
    private final TestClock clock = TestClock.at("2026-11-25T19:30:00Z");
    private final RememberedKeys cache = new RememberedKeys();
    private final RemoteKeys keys = new RemoteKeys(
            new RemoteDocuments(http, new GetSigners(RequestSigner.UNSIGNED, RequestSigner.UNSIGNED)), cache, clock);
    private final URI ana = server.at("/users/ana");
    private final URI mainKey = URI.create(ana + "#main-key");

    @AfterEach
    void close() {
        http.close();
        server.close();
        other.close();
    }

    @Test
    void findsTheKeyInItsActor() {
        serve(ana, actor(ana, mainKey, ana, KEY));

        assertThat(find(mainKey)).isEqualTo(new Found(new RemoteKey(mainKey, ana, KEY)));
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("unusableNames")
    void whatCannotBeLookedUpIsNotRememberedEither(URI name) {
        assertThat(find(name)).isInstanceOf(NotFound.class);
        assertThat(cache.find(name)).isEmpty();
    }

    static Stream<URI> unusableNames() {
        return Stream.of(
                URI.create("did:key:z6Mk"),
                URI.create("urn:x:" + "a".repeat(3_000)),
                URI.create("https://a.example/" + "日".repeat(110)));
    }

    @Test
    void takesTheNameOfItsActorForAKeyAsPeerTubeDoes() {
        serve(ana, actor(ana, mainKey, ana, KEY));

        assertThat(find(ana)).isEqualTo(new Found(new RemoteKey(ana, ana, KEY)));
    }

    @Test
    void goesOnFromTheBeginningOfAnActorAsGoToSocialServesIt() {
        var keyId = server.at("/users/ana/main-key");
        serve(keyId, actor(ana, keyId, ana, KEY));
        serve(ana, actor(ana, keyId, ana, KEY));

        assertThat(find(keyId)).isEqualTo(new Found(new RemoteKey(keyId, ana, KEY)));
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void goesOnFromAKeyThatStandsAlone() {
        var keyId = server.at("/keys/1");
        serve(keyId, publicKey(keyId, ana, KEY));
        serve(ana, actor(ana, keyId, ana, KEY));

        assertThat(find(keyId)).isEqualTo(new Found(new RemoteKey(keyId, ana, KEY)));
    }

    @Test
    void findsTheKeyOfAProof() {
        var keyId = URI.create(ana + "#ed25519-key");
        var actor = actor(ana, mainKey, ana, KEY);
        actor.putArray("assertionMethod")
                .add("https://elsewhere.example/#key")
                .addObject()
                .put("type", "Multikey")
                .put("id", keyId.toString())
                .put("controller", ana.toString())
                .put("publicKeyMultibase", PROOF_KEY.toMultibase());
        serve(ana, actor);

        assertThat(find(keyId)).isEqualTo(new Found(new RemoteKey(keyId, ana, PROOF_KEY)));
    }

    @Test
    void findsOneOfSeveralKeys() {
        var second = URI.create(ana + "#second-key");
        var actor = actor(ana, mainKey, ana, KEY);
        actor.putArray("publicKey").add(publicKey(mainKey, ana, KEY)).add(publicKey(second, ana, NEXT_KEY));
        serve(ana, actor);

        assertThat(find(second)).isEqualTo(new Found(new RemoteKey(second, ana, NEXT_KEY)));
    }

    @Test
    void anActorMustSayThatTheKeyIsIts() {
        var keyId = server.at("/keys/1");
        serve(keyId, publicKey(keyId, ana, NEXT_KEY));
        serve(ana, actor(ana, mainKey, ana, KEY));

        assertThat(find(keyId)).isInstanceOf(NotFound.class);
    }

    @Test
    void aKeyMustSayThatItIsItsActors() {
        serve(ana, actor(ana, mainKey, server.at("/users/eve"), KEY));

        assertThat(find(mainKey)).isInstanceOf(NotFound.class);
    }

    @Test
    void aKeyIsOfItsOwnServerOnly() {
        var keyId = other.at("/keys/1");
        other.document("/keys/1", ACTIVITY, publicKey(keyId, ana, NEXT_KEY).toString());
        serve(ana, actor(ana, keyId, ana, NEXT_KEY));

        assertThat(find(keyId)).isInstanceOf(NotFound.class);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void anUploadThatReadsLikeAnActorGivesNoKey() {
        var upload = server.at("/uploads/1");
        serve(upload, actor(ana, upload, ana, NEXT_KEY));
        serve(ana, actor(ana, mainKey, ana, KEY));

        assertThat(find(upload)).isInstanceOf(NotFound.class);
    }

    @Test
    void aKeyIsNotFetchedFromAnotherServer() {
        server.redirect("/users/ana", 302, other.at("/users/ana").toString());
        other.document(
                "/users/ana", ACTIVITY, actor(ana, mainKey, ana, NEXT_KEY).toString());

        assertThat(find(mainKey)).isInstanceOf(NotFound.class);
        assertThat(other.requests()).isEmpty();
    }

    @Test
    void remembersAKeyForADay() {
        serve(ana, actor(ana, mainKey, ana, KEY));
        find(mainKey);

        clock.advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(find(mainKey)).isInstanceOf(Found.class);
        assertThat(server.requests()).hasSize(1);

        clock.advance(Duration.ofSeconds(1));
        assertThat(find(mainKey)).isInstanceOf(Found.class);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void remembersForTenMinutesThatThereIsNone() {
        server.status("/users/ana", 404);
        assertThat(find(mainKey)).isEqualTo(new NotFound(mainKey, mainKey + " does not exist."));

        clock.advance(Duration.ofMinutes(10).minusSeconds(1));
        assertThat(find(mainKey)).isInstanceOf(NotFound.class);
        assertThat(server.requests()).hasSize(1);

        clock.advance(Duration.ofSeconds(1));
        find(mainKey);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void looksAgainForAReplacedKeyOnceInFiveMinutes() {
        serve(ana, actor(ana, mainKey, ana, KEY));
        find(mainKey);
        serve(ana, actor(ana, mainKey, ana, NEXT_KEY));
        assertThat(findAgain(mainKey)).isEqualTo(new TooOften(mainKey));

        clock.advance(Duration.ofMinutes(5));
        assertThat(findAgain(mainKey)).isEqualTo(new Found(new RemoteKey(mainKey, ana, NEXT_KEY)));
        assertThat(findAgain(mainKey)).isEqualTo(new TooOften(mainKey));
        assertThat(find(mainKey)).isEqualTo(new Found(new RemoteKey(mainKey, ana, NEXT_KEY)));
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void aSilentServerDoesNotMakeUsForgetItsKey() {
        serve(ana, actor(ana, mainKey, ana, KEY));
        find(mainKey);
        server.status("/users/ana", 503);
        clock.advance(Duration.ofMinutes(5));

        assertThat(findAgain(mainKey)).isInstanceOf(NotFound.class);
        assertThat(findAgain(mainKey)).isEqualTo(new TooOften(mainKey));
        assertThat(find(mainKey)).isEqualTo(new Found(new RemoteKey(mainKey, ana, KEY)));
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void anOldKeyOfASilentServerIsAskedForOnceInFiveMinutes() {
        serve(ana, actor(ana, mainKey, ana, KEY));
        find(mainKey);
        server.status("/users/ana", 503);
        clock.advance(Duration.ofHours(25));

        assertThat(find(mainKey)).isInstanceOf(NotFound.class);
        assertThat(find(mainKey)).isEqualTo(new TooOften(mainKey));
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void aDeletedActorHasNoKey() {
        serve(ana, actor(ana, mainKey, ana, KEY));
        find(mainKey);
        server.status("/users/ana", 410);
        clock.advance(Duration.ofMinutes(5));

        assertThat(findAgain(mainKey)).isInstanceOf(NotFound.class);
        assertThat(find(mainKey)).isEqualTo(new NotFound(mainKey, mainKey + " is deleted."));
    }

    @Test
    void nobodyCausesMoreThanSixtyFetchesInAMinute() {
        IntStream.range(0, 60)
                .forEach(number -> keys.find(server.at("/" + number), "203.0.113.7", Budget.ofOneActivity()));

        assertThat(find(mainKey)).isEqualTo(new TooOften(mainKey));
        assertThat(keys.find(mainKey, "203.0.113.8", Budget.ofOneActivity())).isInstanceOf(NotFound.class);
        assertThat(server.requests()).hasSize(61);

        clock.advance(Duration.ofMinutes(1));
        assertThat(find(server.at("/new"))).isInstanceOf(NotFound.class);
    }

    private KeyLookUp find(URI keyId) {
        return keys.find(keyId, "203.0.113.7", Budget.ofOneActivity());
    }

    private KeyLookUp findAgain(URI keyId) {
        return keys.findAgain(keyId, "203.0.113.7", Budget.ofOneActivity());
    }

    private void serve(URI address, ObjectNode document) {
        server.document(address.getRawPath(), ACTIVITY, document.toString());
    }

    private static ObjectNode actor(URI id, URI keyId, URI owner, VerifyingKey key) {
        var actor = JsonNodeFactory.instance.objectNode().put("type", "Person").put("id", id.toString());
        return actor.set("publicKey", publicKey(keyId, owner, key));
    }

    private static ObjectNode publicKey(URI keyId, URI owner, VerifyingKey key) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", keyId.toString())
                .put("owner", owner.toString())
                .put("publicKeyPem", key.toPem());
    }
}
