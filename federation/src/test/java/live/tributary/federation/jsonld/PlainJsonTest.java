// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.jsonld;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.jsonld.PlainReading.Plain;
import live.tributary.federation.jsonld.PlainReading.Reason;
import live.tributary.federation.jsonld.PlainReading.Refused;
import live.tributary.federation.vocab.ActivityReader;
import live.tributary.federation.vocab.ActivityReading.Understood;
import live.tributary.federation.vocab.Create;
import live.tributary.federation.vocab.ObjectReader;

import static org.assertj.core.api.Assertions.assertThat;

final class PlainJsonTest {

    /** A busy machine must not make these fail; what takes too long has a test of its own. */
    private final PlainJson json = new PlainJson(Duration.ofMinutes(1));

    @AfterEach
    void close() {
        json.close();
    }

    @Test
    void givesBackAnOrdinaryDocumentAsItIs() {
        var document = document("{'@context': 'https://www.w3.org/ns/activitystreams', 'id': 'https://a.example/1'}");
        assertThat(json.read(document))
                .isInstanceOfSatisfying(
                        Plain.class, plain -> assertThat(plain.document()).isSameAs(document));
    }

    @Test
    void readsARemappedContentAsOthersReadIt() {
        var note = plain("""
                {'@context': ['https://www.w3.org/ns/activitystreams', {'content': 'as:summary', 'shown': 'as:content'}],
                 'id': 'https://a.example/n/1', 'type': 'Note', 'content': 'what a reader of JSON would show',
                 'shown': 'what everybody else shows'}
                """);
        var facts = ObjectReader.read(note).orElseThrow().facts();
        assertThat(facts.content()).isEqualTo("what everybody else shows");
        assertThat(facts.summary()).isEqualTo("what a reader of JSON would show");
    }

    @Test
    void findsTheActorWhereTheContextPutsIt() {
        var activity = plain("""
                {'@context': ['https://www.w3.org/ns/activitystreams', {'who': {'@id': 'as:actor', '@type': '@id'}, 'uri': '@id'}],
                 'uri': 'https://a.example/c/1', 'type': 'Create', 'who': 'https://a.example/u',
                 'object': {'uri': 'https://a.example/n/1', 'type': 'Note', 'to': 'as:Public'}}
                """);
        assertThat(ActivityReader.read(activity)).isInstanceOfSatisfying(Understood.class, understood -> {
            assertThat(understood.activity()).isInstanceOf(Create.class);
            assertThat(understood.activity().envelope().actor()).hasToString("https://a.example/u");
        });
    }

    @Test
    void keepsOurOwnTermsAndOwncastsThroughAnExpansion() {
        var offer = plain("""
                {'@context': ['https://www.w3.org/ns/activitystreams',
                   {'t': 'https://w3id.org/tributary/ns#', 'state': 't:liveState', 'liveUntil': 't:liveUntil',
                    'liveSeq': 't:liveSeq', 'note': 'as:summary'}],
                 'id': 'https://a.example/o/1', 'type': 'Offer', 'actor': 'https://a.example/g',
                 'object': 'https://a.example/v/1', 'state': 'live', 'liveUntil': '2026-11-22T19:16:02Z', 'liveSeq': 7,
                 'https://owncast.online/ns#streamStatus': 'live'}
                """);
        var envelope = ((Understood) ActivityReader.read(offer)).activity().envelope();
        assertThat(envelope.live())
                .hasValueSatisfying(live -> assertThat(live.sequence()).isEqualTo(7));
        assertThat(envelope.owncast()).isPresent();
    }

    @Test
    void asksNobodyForAnUnknownContext() {
        var note = plain("""
                {'@context': ['https://www.w3.org/ns/activitystreams', 'https://unknown.example/context', {'text': 'as:content'}],
                 'id': 'https://a.example/n/1', 'type': 'Note', 'text': 'hello'}
                """);
        assertThat(ObjectReader.read(note).orElseThrow().facts().content()).isEqualTo("hello");
    }

    @Test
    void refusesAContextThatIsNone() {
        refused("{'@context': ['https://www.w3.org/ns/activitystreams', {'content': {'@id': 7}}], 'type': 'Note'}");
        refused("{'@context': ['https://www.w3.org/ns/activitystreams', {'@version': 2}], 'type': 'Note'}");
    }

    @Test
    void refusesADocumentThatIsSeveral() {
        refused("""
                {'@context': ['https://www.w3.org/ns/activitystreams', {'g': '@graph'}],
                 'g': [{'id': 'https://a.example/1', 'type': 'Note'}, {'id': 'https://a.example/2', 'type': 'Note'}]}
                """);
    }

    private void refused(String text) {
        assertThat(json.read(document(text)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_READABLE));
    }

    private ObjectNode plain(String text) {
        return ((Plain) json.read(document(text))).document();
    }

    private static ObjectNode document(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text.replace('\'', '"'));
    }
}
