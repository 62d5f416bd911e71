// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.jsonld;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

final class ContextGateTest {

    private static final String AS = "'https://www.w3.org/ns/activitystreams'";

    private final ContextGate gate = new ContextGate(new VerdictCache(16));

    /** The contexts that the Fediverse sends, in their own shapes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                AS,
                "'http://www.w3.org/ns/activitystreams#'",
                "[" + AS + ", 'https://w3id.org/security/v1']",
                "[" + AS + ", 'https://akkoma.example/schemas/litepub-0.1.jsonld', {'@language': 'und'}]",
                "[" + AS
                        + ", {'toot': 'http://joinmastodon.org/ns#', 'featured': {'@id': 'toot:featured', '@type': '@id'}, 'manuallyApprovesFollowers': 'as:manuallyApprovesFollowers', 'movedTo': {'@id': 'as:movedTo', '@type': '@id'}, 'alsoKnownAs': {'@id': 'as:alsoKnownAs', '@type': '@id'}, 'focalPoint': {'@container': '@list', '@id': 'toot:focalPoint'}, 'Hashtag': 'as:Hashtag', 'sensitive': 'as:sensitive'}]",
                "[" + AS
                        + ", {'RsaSignature2017': 'https://w3id.org/security#RsaSignature2017', 'pt': 'https://joinpeertube.org/ns#', 'support': {'@type': 'sc:Text', '@id': 'pt:support'}, 'icons': 'as:icon'}]",
                "[" + AS + ", {'id': '@id', 'type': '@type', '@version': 1.1}]",
                "[" + AS + ", {'inbox': 'ldp:inbox', 'publicKey': {'@id': 'sec:publicKey', '@type': '@id'}}]",
                "[" + AS + ", {'contentMap': {'@id': 'as:content', '@container': '@language'}}]"
            })
    void letsThroughWhatKeepsOurWords(String context) {
        assertThat(gate.judge(document("{'@context': %s, 'type': 'Note'}".formatted(context))))
                .isEqualTo(Verdict.SAFE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'https://example.org/other'",
                "[]",
                "null",
                "[" + AS + ", null]",
                "[" + AS + ", {'content': 'https://example.org/content'}]",
                "[" + AS + ", {'content': {'@id': 'as:summary'}}]",
                "[" + AS + ", {'content': null}]",
                "[" + AS + ", {'content': 'as:content', 'as': 'https://example.org/'}]",
                "[" + AS + ", {'as': 'https://example.org/'}]",
                "[" + AS + ", {'body': 'as:content'}]",
                "[" + AS + ", {'body': 'https://www.w3.org/ns/activitystreams#content'}]",
                "[" + AS + ", {'p': 'https://www.w3.org/ns/', 'body': 'p:activitystreams#content'}]",
                "[" + AS + ", {'p': 'https://www.w3.org/ns/activitystreams#'}, {'body': 'p:content'}]",
                "[" + AS
                        + ", {'p': {'@id': 'https://www.w3.org/ns/activitystreams#con', '@prefix': true}, 'body': 'p:tent'}]",
                "[" + AS + ", {'uri': '@id'}]",
                "[" + AS + ", {'g': '@graph'}]",
                "[" + AS + ", {'g': {'@id': '@graph'}}]",
                "[" + AS + ", {'type': '@id', 'id': '@type'}]",
                "[" + AS + ", {'actor': {'@id': 'as:actor', '@container': '@index'}}]",
                "[" + AS + ", {'actor': {'@id': 'as:actor', '@context': {'name': 'as:summary'}}}]",
                "[" + AS + ", {'Extra': {'@id': 'https://example.org/E', '@context': {'actor': 'as:object'}}}]",
                "[" + AS + ", {'Extra': {'@id': 'https://example.org/E', '@context': 'https://example.org/c'}}]",
                "[" + AS + ", {'@vocab': 'https://example.org/'}]",
                "[" + AS + ", {'@base': 'https://example.org/'}]",
                "[" + AS + ", {'@protected': true}]",
                "[" + AS + ", {'@propagate': false}]",
                "[" + AS + ", {'@version': 1.0}]",
                "[" + AS + ", {'@unheard': 'of'}]",
                "[" + AS + ", 7]",
                "[" + AS + ", [" + AS + "]]"
            })
    void stopsWhatMayGiveOurWordsAnotherMeaning(String context) {
        assertThat(gate.judge(document("{'@context': %s, 'type': 'Note'}".formatted(context))))
                .isEqualTo(Verdict.NEEDS_EXPANSION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'@context': " + AS + ", 'object': {'@context': {'content': 'as:summary'}, 'content': 'x'}}",
                "{'@context': " + AS + ", 'tag': [{'object': {'@context': null}}]}"
            })
    void looksAtTheContextsInsideToo(String json) {
        assertThat(gate.judge(document(json))).isEqualTo(Verdict.NEEDS_EXPANSION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'@context': " + AS + ", 'as:content': 'x'}",
                "{'@context': " + AS
                        + ", 'object': {'https://www.w3.org/ns/activitystreams#actor': 'https://a.example/'}}",
                "{'@context': " + AS + ", 'id': 'https://a.example/1', '@id': 'https://a.example/2'}",
                "{'@context': " + AS + ", 'object': [{'type': 'Note', '@type': 'Page'}]}"
            })
    void stopsWhatIsSaidUnderTwoNames(String json) {
        assertThat(gate.judge(document(json))).isEqualTo(Verdict.NEEDS_EXPANSION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'type': 'Note'}", "{'@context': {'lv': 'https://w3id.org/tributary/ns#'}}"})
    void doesNotReadWhatNeverNamesActivityStreams(String json) {
        assertThat(gate.judge(document(json))).isEqualTo(Verdict.NEEDS_EXPANSION);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("live.tributary.federation.vocab.outgoing.EmittedDocuments#all")
    void letsThroughAllThatWeSayOurselves(String name, ObjectNode document) {
        assertThat(gate.judge(document)).as(name).isEqualTo(Verdict.SAFE);
    }

    private static ObjectNode document(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(json.replace('\'', '"'));
    }
}
