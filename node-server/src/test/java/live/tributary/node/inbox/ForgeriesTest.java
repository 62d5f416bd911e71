// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.signature.HttpRequest;
import live.tributary.federation.signature.SignatureForm;
import live.tributary.node.domains.DomainName;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.domains.DomainPolicy;
import live.tributary.node.domains.Severity;
import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.kernel.Actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What must not come in: each with the status it is answered with, and nothing of it kept. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ForgeriesTest {

    private static final URI STRANGER = URI.create("http://127.0.0.2:1/users/eve");

    /** Who reads JSON-LD takes the doer for the actor, and who reads plain JSON does not. */
    private static final JsonNode REMAPPED = JsonMapper.shared().readTree("""
            ["https://www.w3.org/ns/activitystreams",
             {"actor": "https://example.org/actor", "doer": {"@id": "as:actor", "@type": "@id"}}]""");

    private final Elsewhere elsewhere = Elsewhere.start();
    private final FederatedNode node;

    ForgeriesTest(TestDatabase database, @TempDir Path data) {
        node = FederatedNode.start(database, data, "tributary.gate.request-head-time=1s");
    }

    @AfterAll
    void stop() {
        node.close();
        elsewhere.close();
    }

    private String follow() {
        return elsewhere.activity("Follow", "mallory", node.groupAddress()).toString();
    }

    private void assertRefused(HttpRequest request, int status) {
        int kept = node.kept();
        assertThat(elsewhere.send(request)).isEqualTo(status);
        assertThat(node.kept()).as("what is kept").isEqualTo(kept);
        assertThat(node.followers()).isEmpty();
    }

    @Test
    void whoDoesNotSignIsNotHeard() {
        assertRefused(elsewhere.unsigned(node.inbox(), follow()), 401);
    }

    @Test
    void whoSignsWithAnothersKeyIsNotHeard() {
        assertRefused(elsewhere.signedWithAnotherKey(node.inbox(), "mallory", follow()), 401);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aBodyThatWasChangedIsNotHeard(SignatureForm form) {
        var signed = elsewhere.signed(node.inbox(), "mallory", follow(), form);
        var changed = follow().replace("mallory", "victim").getBytes(StandardCharsets.UTF_8);
        assertRefused(
                new HttpRequest(signed.method(), signed.origin(), signed.target(), signed.headers(), changed), 401);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aSignatureForAnotherInboxIsNotHeard(SignatureForm form) {
        var signed = elsewhere.signed(node.sharedInbox(), "mallory", follow(), form);
        assertRefused(
                new HttpRequest(
                        signed.method(), signed.origin(), node.inbox().getPath(), signed.headers(), signed.body()),
                401);
    }

    static List<SignatureForm> forms() {
        return List.of(SignatureForm.CAVAGE, SignatureForm.RFC9421);
    }

    @Test
    void anOldSignatureIsNotHeard() {
        var then = InstantSource.system().instant().minus(Duration.ofMinutes(70));
        assertRefused(elsewhere.signedLate(node.inbox(), "mallory", follow(), () -> then), 401);
    }

    private Stream<Arguments> whatIsNotTheirsToSay() {
        var note = elsewhere.note("mallory", node.videoAddress(), "<p>hi</p>");
        return Stream.of(
                arguments(
                        "an id of another server",
                        elsewhere
                                .activity("Follow", "mallory", node.groupAddress())
                                .put("id", STRANGER + "/follow/1"),
                        403),
                arguments(
                        "an actor of another server",
                        elsewhere
                                .activity("Like", "mallory", node.videoAddress())
                                .put("actor", STRANGER.toString())
                                .put("id", STRANGER + "/like/1"),
                        401),
                arguments(
                        "a boost in another's name",
                        elsewhere
                                .activity("Announce", "mallory", node.videoAddress())
                                .put("actor", elsewhere.actor("victim").toString()),
                        401),
                arguments(
                        "words that mean something else to others",
                        elsewhere
                                .activity("Like", "mallory", node.videoAddress())
                                .put("doer", elsewhere.actor("victim").toString())
                                .set("@context", REMAPPED),
                        401),
                arguments(
                        "an actor of this node",
                        elsewhere
                                .activity("Announce", "mallory", node.videoAddress())
                                .put("actor", node.groupAddress().toString()),
                        403),
                arguments(
                        "a note of another server",
                        elsewhere.activity("Create", "mallory", note.deepCopy().put("id", STRANGER + "/note/1")),
                        403),
                arguments(
                        "a note of another author",
                        elsewhere.activity(
                                "Create",
                                "mallory",
                                note.deepCopy()
                                        .put(
                                                "attributedTo",
                                                elsewhere.actor("victim").toString())),
                        403),
                arguments(
                        "a broadcast of this node",
                        elsewhere.activity(
                                "Update",
                                "mallory",
                                note.deepCopy().put("id", node.videoAddress().toString())),
                        403),
                arguments(
                        "the end of a broadcast of this node",
                        elsewhere.activity("Delete", "mallory", node.videoAddress()),
                        403),
                arguments(
                        "an Undo of what another did",
                        elsewhere.activity(
                                "Undo", "mallory", elsewhere.activity("Follow", "victim", node.groupAddress())),
                        403),
                arguments(
                        "an Undo of what another did, without its address",
                        elsewhere.activity("Undo", "mallory", nameless("Follow", "victim")),
                        403),
                arguments(
                        "an Undo of what somebody of another server did, without its address",
                        elsewhere.activity(
                                "Undo", "mallory", nameless("Like", "victim").put("actor", STRANGER.toString())),
                        403));
    }

    private ObjectNode nameless(String type, String name) {
        return elsewhere.activity(type, name, node.groupAddress()).without("id");
    }

    @Test
    void whatIsNotTheirsToSayIsNotHeard() {
        elsewhere.post(node.inbox(), "mallory", elsewhere.activity("Like", "mallory", elsewhere.fresh()));
        assertThat(whatIsNotTheirsToSay()).allSatisfy(forgery -> {
            var body = forgery.get()[1].toString();
            assertRefused(
                    elsewhere.signed(node.inbox(), "mallory", body, SignatureForm.CAVAGE), (int) forgery.get()[2]);
        });
    }

    /** It would be 400 for whom it was put into other words. */
    @Test
    void nothingIsPutIntoOtherWordsForWhoSignsWithAnothersKey() {
        var odd = (ObjectNode) JsonMapper.shared().readTree("{\"type\": \"Follow\", \"id\": \"acct:a@b\"}");
        odd.set("@context", REMAPPED);
        assertRefused(elsewhere.signedWithAnotherKey(node.inbox(), "mallory", odd.toString()), 401);
        assertRefused(elsewhere.signed(node.inbox(), "mallory", odd.toString(), SignatureForm.CAVAGE), 400);
    }

    static Stream<String> bodies() {
        return Stream.of(
                "",
                "nonsense",
                "[]",
                "{}",
                "{\"type\":\"Follow\",\"actor\":\"http://127.0.0.1:1/a\",\"object\":\"http://127.0.0.1:1/b\"}",
                "{\"id\":\"http://127.0.0.1:1/1\",\"type\":\"Follow\"}",
                "{\"id\":\"acct:a@b\",\"type\":\"Follow\",\"actor\":\"did:key:z6Mk\"}",
                "{\"a\":1,\"a\":2}",
                "{\"@graph\":[]}",
                "{\"a\":".repeat(40) + "1" + "}".repeat(40),
                "{\"a\":[" + "1,".repeat(1_001) + "1]}",
                "{\"a\":\"" + "x".repeat(300_000) + "\"}",
                "{\"a\":\"\\u0000\"}");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void whatIsNoActivityIsRefused(String body) {
        assertRefused(elsewhere.signed(node.inbox(), "mallory", body, SignatureForm.RFC9421), 400);
    }

    @Test
    void whatIsTooLargeIsNotRead() {
        assertRefused(elsewhere.signed(node.inbox(), "mallory", "x".repeat(512 * 1024 + 1), SignatureForm.CAVAGE), 413);
    }

    @Test
    void whatIsOfAnotherTypeIsRefused() {
        var signed = elsewhere.signed(node.inbox(), "mallory", follow(), SignatureForm.CAVAGE);
        assertRefused(signed.with("Content-Type", "application/json"), 415);
    }

    @Test
    void nobodyIsHeardAtAnInboxThatIsNone() {
        var nobody = URI.create(node.inbox().toString().replaceFirst("/g/.*", "/g/0123456789abcdef/inbox"));
        assertRefused(elsewhere.signed(nobody, "mallory", follow(), SignatureForm.CAVAGE), 404);
    }

    @Test
    void whoIsBlockedIsNotHeardAndNotAskedFor() {
        whileBlocked(new DomainName("127.0.0.1"), () -> {
            var asked = elsewhere.asked().size();
            assertRefused(elsewhere.signed(node.inbox(), "blocked", follow(), SignatureForm.CAVAGE), 403);
            assertThat(elsewhere.asked()).hasSize(asked);
        });
    }

    @Test
    void whatSomebodyBlockedPassesOnIsNotHeardEither() {
        whileBlocked(new DomainName("localhost"), () -> {
            var relay = URI.create(elsewhere.actor("relay").toString().replace("127.0.0.1", "localhost"));
            var note = elsewhere.note("mallory", node.videoAddress(), "<p>hi</p>");
            var create = elsewhere.activity("Create", "mallory", note).toString();
            assertRefused(elsewhere.signedAs(relay, node.inbox(), create, SignatureForm.CAVAGE), 403);
        });
    }

    @Test
    void whoIsBlockedReadsNothingOnceTheyShowThemselves() {
        whileBlocked(new DomainName("127.0.0.1"), () -> {
            var signed = elsewhere.getAs(elsewhere.actor("blocked"), node.videoAddress(), SignatureForm.CAVAGE);
            assertThat(elsewhere.fetch(signed).statusCode()).isEqualTo(403);
            assertThat(elsewhere.fetch(elsewhere.get(node.videoAddress())).statusCode())
                    .isEqualTo(200);
        });
        var signed = elsewhere.getAs(elsewhere.actor("anybody"), node.videoAddress(), SignatureForm.CAVAGE);
        var asked = elsewhere.asked().size();
        assertThat(elsewhere.fetch(signed).statusCode()).isEqualTo(200);
        assertThat(elsewhere.asked()).as("what is public needs no key").hasSize(asked);
    }

    private void whileBlocked(DomainName domain, Runnable meanwhile) {
        var policies = node.get(DomainPolicies.class);
        policies.put(Actor.SYSTEM, new DomainPolicy(domain, Severity.SUSPEND, false, false, "", false));
        try {
            meanwhile.run();
        } finally {
            policies.remove(Actor.SYSTEM, domain);
        }
    }

    @Test
    void theEndOfAnAccountThatNobodyKnowsIsNoReasonToAsk() {
        var asked = elsewhere.asked().size();
        var delete = elsewhere
                .activity("Delete", "unknown", elsewhere.actor("unknown"))
                .toString();
        assertRefused(elsewhere.signed(node.inbox(), "unknown", delete, SignatureForm.CAVAGE), 202);
        assertThat(elsewhere.asked()).hasSize(asked);
    }

    @Test
    void aBodyThatTricklesIsNotWaitedFor() throws IOException {
        try (var socket = new Socket("localhost", node.node().web().getPort())) {
            socket.setSoTimeout((int) FederatedNode.PATIENCE.toMillis());
            var head = "POST /ap/inbox HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/activity+json\r\n"
                    + "Content-Length: 1000\r\n\r\n{";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aKeyIsNotLookedForWhereItsServerSendsUsOn() {
        try (var inside = Elsewhere.start()) {
            for (var place : List.of(inside.actor("eve"), URI.create("http://10.1.2.3/users/eve"))) {
                var name = "sent-on-to-" + place.getHost();
                elsewhere.sendOn(elsewhere.actor(name), place);
                assertRefused(likeOf(name), 401);
            }
            assertThat(inside.asked()).isEmpty();
        }
    }

    @Test
    void aKeyThatUnpacksWithoutEndIsNone() {
        elsewhere.showPacked(elsewhere.actor("bomber"), 50_000_000);
        assertRefused(likeOf("bomber"), 401);
        assertThat(node.get(Refusals.class).recent().getFirst().because()).contains("sent more than");
    }

    private HttpRequest likeOf(String name) {
        var like = elsewhere.activity("Like", name, node.videoAddress()).toString();
        return elsewhere.signed(node.inbox(), name, like, SignatureForm.CAVAGE);
    }

    @Test
    void theOperatorReadsWhy() {
        elsewhere.send(elsewhere.unsigned(node.inbox(), follow()));
        assertThat(node.get(Refusals.class).recent().getFirst()).satisfies(refusal -> {
            assertThat(refusal.status()).isEqualTo(401);
            assertThat(refusal.because()).contains("Signature");
        });
    }
}
