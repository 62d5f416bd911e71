// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.http.Budget;
import live.tributary.federation.json.JsonLimits;
import live.tributary.federation.json.StrictJson;
import live.tributary.federation.jsonld.PlainJson;
import live.tributary.federation.remote.RemoteDocuments;
import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** What needs a reader of JSON-LD while there is none to be had is put off, not lost. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BusyReaderTest {

    private final Elsewhere elsewhere = Elsewhere.start();
    private final PlainJson busy = new PlainJson();
    private final FederatedNode node;

    BusyReaderTest(TestDatabase database, @TempDir Path data) {
        node = FederatedNode.start(database, data);
        // Its threads take nothing any more, as if its queue were full.
        busy.close();
    }

    @AfterAll
    void stop() {
        node.close();
        elsewhere.close();
    }

    @Test
    void aBody() {
        var body = remapped(elsewhere.fresh()).toString().getBytes(StandardCharsets.UTF_8);
        assertThat(new BodyReader(new StrictJson(JsonLimits.INBOX), busy).read(body))
                .isInstanceOf(Legibility.NotNow.class);
    }

    @Test
    void anActor() {
        var actor = elsewhere.actor("ana");
        elsewhere.show(actor, remapped(actor));
        var actors = new KnownActors(
                node.get(KnownActorStore.class), node.get(RemoteDocuments.class), busy, InstantSource.system());
        assertThat(actors.ask(actor, Budget.ofOneActivity())).isInstanceOf(Acquaintance.NotNow.class);
    }

    @Test
    void anOriginal() {
        var note = elsewhere.at("/notes/remapped");
        elsewhere.show(note, remapped(note));
        assertThat(new Originals(node.get(RemoteDocuments.class), busy).at(note, Budget.ofOneActivity()))
                .isInstanceOf(Originals.Original.NotNow.class);
    }

    private static ObjectNode remapped(URI id) {
        var document = (ObjectNode) JsonMapper.shared().readTree("""
                {"@context": ["https://www.w3.org/ns/activitystreams", {"content": "as:summary"}], "type": "Note"}""");
        return document.put("id", id.toString());
    }
}
