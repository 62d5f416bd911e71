// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import live.tributary.federation.signature.SignatureForm;
import live.tributary.node.domains.DomainName;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.WebVisitor;
import live.tributary.node.kernel.Actor;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may read the documents of a node in allow-list mode. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReadersTest {

    private static final DomainName HERE = new DomainName("127.0.0.1");

    private final Elsewhere elsewhere = Elsewhere.start();
    private final FederatedNode node;
    private final URI friend = elsewhere.actor("friend");

    ReadersTest(TestDatabase database, @TempDir Path data) {
        node = FederatedNode.start(database, data, "tributary.domains.allow-list-only=true");
        node.get(DomainPolicies.class).allow(Actor.SYSTEM, HERE, true);
    }

    @AfterAll
    void stop() {
        node.close();
        elsewhere.close();
    }

    private Stream<URI> documents() {
        var video = node.videoAddress();
        var ofTheTeam = Stream.of(
                        "/outbox", "/outbox/page", "/followers", "/following", "/featured", "/moderators", "/live")
                .map(path -> URI.create(node.groupAddress() + path));
        return Stream.concat(ofTheTeam, Stream.of(video, URI.create(video + "/likes")));
    }

    @ParameterizedTest
    @EnumSource
    void whoIsOnTheListAndSignsReadsEverything(SignatureForm form) {
        assertThat(Stream.concat(documents(), Stream.of(node.groupAddress()))).allSatisfy(address -> {
            var answer = elsewhere.fetch(elsewhere.getAs(friend, address, form));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(json(answer).path("id").asString()).isEqualTo(address.toString());
            assertThat(header(answer, "Cache-Control")).isEqualTo("private, no-store");
            assertThat(header(answer, "Vary")).isEqualTo("Accept, Signature");
        });
    }

    @Test
    void whoDoesNotSignReadsNothing() {
        assertThat(documents()).allSatisfy(address -> {
            var answer = elsewhere.fetch(elsewhere.get(address));
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(header(answer, "WWW-Authenticate")).startsWith("Signature");
            assertThat(header(answer, "Content-Type")).startsWith("text/plain");
            assertThat(header(answer, "Cache-Control")).isEqualTo("private, no-store");
            assertThat(answer.body()).doesNotContain("ActivityStreams").doesNotContain("@context");
        });
    }

    @Test
    void whoSignsWithAnothersKeyReadsNothing() {
        assertThat(documents())
                .allSatisfy(address -> assertThat(elsewhere
                                .fetch(elsewhere.getWithAnotherKey(friend, address))
                                .statusCode())
                        .isEqualTo(401));
    }

    @Test
    void whoIsNotOnTheListIsNotEvenAskedForAKey() {
        var stranger = URI.create(friend.toString().replace("127.0.0.1", "localhost"));
        var asked = elsewhere.asked().size();
        assertThat(Stream.concat(documents(), Stream.of(node.groupAddress()))).allSatisfy(address -> {
            var signed = elsewhere.getAs(stranger, address, SignatureForm.CAVAGE);
            assertThat(elsewhere.fetch(signed).statusCode()).isEqualTo(403);
        });
        assertThat(elsewhere.asked()).hasSize(asked);
    }

    /** Each with somebody of its own, whose key is not remembered yet. */
    private URI reader(String name) {
        return elsewhere.actor(name);
    }

    private HttpResponse<String> read(URI reader, URI address) {
        return elsewhere.fetch(elsewhere.getAs(reader, address, SignatureForm.CAVAGE));
    }

    @Test
    void whoIsTakenOffTheListReadsNothingMoreThoughTheKeyIsRemembered() {
        var reader = reader("leaving");
        var policies = node.get(DomainPolicies.class);
        assertThat(read(reader, node.videoAddress()).statusCode()).isEqualTo(200);
        policies.allow(Actor.SYSTEM, HERE, false);
        assertThat(read(reader, node.videoAddress()).statusCode()).isEqualTo(403);
        policies.allow(Actor.SYSTEM, HERE, true);
        assertThat(read(reader, node.videoAddress()).statusCode()).isEqualTo(200);
    }

    @Test
    void whoHasANewKeyReadsWithIt() {
        var reader = reader("renewed");
        assertThat(read(reader, node.videoAddress()).statusCode()).isEqualTo(200);
        elsewhere.changeKey("renewed");
        LookedUpBefore.keyOf(node, reader);
        var withTheNewKey = elsewhere.getWithAnotherKey(reader, node.videoAddress());
        assertThat(elsewhere.fetch(withTheNewKey).statusCode()).isEqualTo(200);
        assertThat(read(reader, node.videoAddress()).statusCode())
                .as("with the old one")
                .isEqualTo(401);
    }

    @Test
    void whoAsksForTheHeadAloneIsJudgedLikewise() {
        assertThat(elsewhere.headStatus(elsewhere.get(node.videoAddress()))).isEqualTo(401);
        assertThat(elsewhere.headStatus(elsewhere.headAs(friend, node.videoAddress())))
                .isEqualTo(200);
    }

    @Test
    void whetherSomethingHasChangedIsNotForEverybodyEither() {
        var tag = "\"%d\""
                .formatted(node.client()
                        .sql("SELECT sequence FROM fediverse.video WHERE id = :video")
                        .param("video", node.video())
                        .query(Long.class)
                        .single());
        var asked = elsewhere.get(node.videoAddress());
        assertThat(elsewhere.fetchUnless(asked, tag).statusCode()).isEqualTo(401);
        var signed = elsewhere.getAs(friend, node.videoAddress(), SignatureForm.CAVAGE);
        var answer = elsewhere.fetchUnless(signed, tag);
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(header(answer, "Cache-Control")).isEqualTo("private, no-store");
    }

    @Test
    void theNodesOwnActorIsForEverybodyAndOfTheOthersTheKeyIs() {
        var own = node.get(Addresses.class).of(node.get(Actors.class).node().orElseThrow());
        assertThat(json(elsewhere.fetch(elsewhere.get(own))).path("outbox").isMissingNode())
                .isFalse();
        var key = json(elsewhere.fetch(elsewhere.get(node.groupAddress())));
        assertThat(key.path("publicKey").path("owner").asString())
                .isEqualTo(node.groupAddress().toString());
        assertThat(key.propertyNames())
                .containsExactlyInAnyOrder(
                        "@context", "type", "id", "preferredUsername", "inbox", "publicKey", "assertionMethod");
    }

    @Test
    void pagesAndWhatLeadsToThemAreForEverybody() {
        var visitor = new WebVisitor(node.node().web());
        assertThat(visitor.get("/@river/ada").status()).isEqualTo(200);
        assertThat(visitor.get(node.videoAddress().getPath()).status()).isEqualTo(303);
        assertThat(visitor.get("/.well-known/webfinger?resource=" + node.groupAddress())
                        .status())
                .isEqualTo(200);
        assertThat(visitor.get(node.videoAddress().getPath() + "/still-640.jpg").status())
                .isEqualTo(200);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
