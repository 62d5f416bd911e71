// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.http.Budget;
import live.tributary.federation.jsonld.PlainJson;
import live.tributary.federation.remote.RemoteDocuments;
import live.tributary.federation.vocab.Reference;
import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** Documents elsewhere that want to be taken for others. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PosersTest {

    private static final URI VICTIM = URI.create("https://pond.example/users/victim");

    /** Who reads plain JSON reads {@code id}, and who reads JSON-LD reads {@code self}. */
    private static final JsonNode RENAMED = JsonMapper.shared().readTree("""
            ["https://www.w3.org/ns/activitystreams", {"id": "https://example.org/id", "self": "@id"}]""");

    private final Elsewhere elsewhere = Elsewhere.start();
    private final FederatedNode node;
    private final KnownActors actors;
    private final Originals originals;

    PosersTest(TestDatabase database, @TempDir Path data) {
        node = FederatedNode.start(database, data);
        actors = node.get(KnownActors.class);
        originals = new Originals(node.get(RemoteDocuments.class), node.get(PlainJson.class));
    }

    @AfterAll
    void stop() {
        node.close();
        elsewhere.close();
    }

    private Acquaintance ask(String name, ObjectNode document) {
        elsewhere.showAsIs(elsewhere.actor(name), document);
        return actors.ask(elsewhere.actor(name), Budget.ofOneActivity());
    }

    private KnownActor known(String name, ObjectNode document) {
        assertThat(ask(name, document)).isInstanceOf(Acquaintance.Known.class);
        return node.get(KnownActorStore.class).find(elsewhere.actor(name)).orElseThrow();
    }

    private static ObjectNode posing(ObjectNode document, URI as) {
        document.put("self", as.toString());
        document.set("@context", RENAMED);
        return document;
    }

    @Test
    void anActorIsNobodyElseInOtherWords() {
        assertThat(ask("mallory", posing(elsewhere.person("mallory"), VICTIM))).isInstanceOf(Acquaintance.Nobody.class);
        assertThat(node.get(KnownActorStore.class).find(VICTIM)).isEmpty();
    }

    @Test
    void aNoteIsNoOtherInOtherWords() {
        var note = elsewhere.note("mallory", node.videoAddress(), "<p>not mine</p>");
        var id = URI.create(note.path("id").asString());
        elsewhere.showAsIs(id, posing(note, URI.create("https://pond.example/notes/1")));
        assertThat(originals.of(new Reference.Link(id), Trust.SIGNED, Budget.ofOneActivity()))
                .isInstanceOf(Originals.Original.Unfit.class);
    }

    @Test
    void whatComesForAnActorGoesToItsOwnServer() {
        var elsewhereYet = elsewhere.person("mallory").put("inbox", "https://pond.example/inbox");
        assertThat(ask("mallory", elsewhereYet)).isInstanceOf(Acquaintance.Nobody.class);
    }

    @Test
    void aHandleThatNamesAnotherServerIsNone() {
        var known = known("eve", elsewhere.person("eve").put("preferredUsername", "victim@pond.example"));
        assertThat(known.handle()).isEmpty();
        assertThat(node.get(People.class).find(known.id()).address())
                .isEqualTo(known.id().toString());
    }

    @Test
    void aHandleIsWithoutTheSignsAroundIt() {
        assertThat(known("eva", elsewhere.person("eva").put("preferredUsername", "@eva"))
                        .handle())
                .isEqualTo("eva");
    }

    @Test
    void nothingInANameIsInvisible() {
        var known = known("eli", elsewhere.person("eli").put("name", " \u202eanA\u200b\nof pond "));
        assertThat(known.name()).isEqualTo("anAof pond");
    }

    @Test
    void whoseNameIsNothingVisibleIsCalledByTheHandle() {
        assertThat(known("edo", elsewhere.person("edo").put("name", "\u200b")).name())
                .isEqualTo("edo");
    }

    @Test
    void aSharedInboxOfAnotherServerIsNone() {
        var shared = elsewhere.person("sharer");
        shared.putObject("endpoints").put("sharedInbox", "https://pond.example/inbox");
        var known = known("sharer", shared);
        assertThat(known.sharedInbox()).isEqualTo(known.inbox());
    }
}
