// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.json.JsonBytes;
import live.tributary.federation.json.JsonLimits;
import live.tributary.federation.json.JsonReading.Parsed;
import live.tributary.federation.json.StrictJson;
import live.tributary.fixtures.fediverse.FedifyRules;
import live.tributary.fixtures.fediverse.LemmyRules;
import live.tributary.fixtures.fediverse.MastodonRules;
import live.tributary.fixtures.fediverse.OwncastRules;
import live.tributary.fixtures.fediverse.PeerTubeRules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Everything that a node says, against what the servers insist on that will read it. */
final class EmittedDocumentsTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("live.tributary.federation.vocab.outgoing.EmittedDocuments#all")
    void satisfyEveryServer(String name, JsonNode document) {
        assertThat(PeerTubeRules.check(document)).as(name).isEmpty();
        assertThat(MastodonRules.check(document)).as(name).isEmpty();
        assertThat(LemmyRules.check(document)).as(name).isEmpty();
        assertThat(FedifyRules.check(document)).as(name).isEmpty();
        if (document.has("actor") && mayGoToOwncast(document)) {
            assertThat(OwncastRules.check(document)).as(name).isEmpty();
        }
    }

    /** An Owncast server hosts no ring, and is not asked to take viewers in: it does not say that it may be. */
    private static boolean mayGoToOwncast(JsonNode document) {
        return !document.path("object").stringValue("").equals(Examples.RING.toString()) && !document.has("handoff");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("live.tributary.federation.vocab.outgoing.EmittedDocuments#all")
    void passOurOwnStrictReader(String name, ObjectNode document) {
        assertThat(new StrictJson(JsonLimits.INBOX).read(JsonBytes.of(document)))
                .as(name)
                .isInstanceOfSatisfying(
                        Parsed.class,
                        parsed -> assertThat(JsonBytes.of(parsed.document())).isEqualTo(JsonBytes.of(document)));
    }

    static Stream<Arguments> pinned() {
        return Stream.of(
                arguments("group", ActorWriter.write(Examples.team())),
                arguments("ring", ActorWriter.write(Examples.ring())),
                arguments("ring-members", RingRollWriter.write(Examples.roll())),
                arguments("video-on-air", VideoWriter.write(Examples.onAir())),
                arguments("video-ended", VideoWriter.write(Examples.ended())),
                arguments(
                        "heartbeat",
                        ActivityWriter.write(Examples.activities()
                                .filter(Heartbeat.class::isInstance)
                                .findFirst()
                                .orElseThrow())));
    }

    /** Others have these forms in their databases: they change on purpose or not at all. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("pinned")
    void lookExactlyAsTheyDid(String name, JsonNode document) throws IOException {
        try (var resource = Objects.requireNonNull(getClass().getResourceAsStream(name + ".json"), name)) {
            assertThat(JsonMapper.shared().readTree(JsonBytes.of(document)))
                    .isEqualTo(JsonMapper.shared().readTree(resource));
        }
    }

    @Test
    void holdOneExampleOfEachActivity() {
        var shown = Examples.activities().map(Object::getClass).collect(Collectors.toSet());
        assertThat(List.of(Outgoing.class.getPermittedSubclasses())).allMatch(shown::contains);
    }
}
