// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.jsonld;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.Set;
import java.util.TreeSet;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.json.JsonBytes;

import static org.assertj.core.api.Assertions.assertThat;

/** All that a node says, as a reader of JSON-LD sees it: each word has a meaning, and none needs a look-up. */
final class ExpandedDocumentsTest {

    private final BundledContexts bundled = new BundledContexts();

    @ParameterizedTest(name = "{0}")
    @MethodSource("live.tributary.federation.vocab.outgoing.EmittedDocuments#all")
    void loseNoWord(String name, ObjectNode document) throws JsonLdError {
        var expanded = JsonLd.expand(parse(document)).options(options()).get();
        var iris = names(JsonMapper.shared().readTree(expanded.toString()));
        // The vocabulary of ActivityStreams is "_:": a word without a meaning becomes a blank node.
        assertThat(iris).as(name).noneMatch(iri -> iri.startsWith("_:"));
        assertThat(iris).as(name).allMatch(iri -> iri.startsWith("@") || iri.contains("://"));
        if (!hasContextsInside(document)) {
            var again = JsonLd.compact(JsonDocument.of(expanded), context(document))
                    .options(options())
                    .get();
            assertThat(names(JsonMapper.shared().readTree(again.toString())))
                    .as(name)
                    .isEqualTo(names(document));
        }
    }

    private JsonLdOptions options() {
        return new JsonLdOptions((address, _) -> bundled.find(address)
                .orElseThrow(() -> new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, address.toString())));
    }

    private static Document context(ObjectNode document) throws JsonLdError {
        return JsonDocument.of(new StringReader("{\"@context\":%s}".formatted(document.path("@context"))));
    }

    private static boolean hasContextsInside(ObjectNode document) {
        return document.findValues("@context").size() > 1
                || document.path("object").has("@context");
    }

    private static Document parse(ObjectNode document) throws JsonLdError {
        return JsonDocument.of(new ByteArrayInputStream(JsonBytes.of(document)));
    }

    /** All names of members, at any depth, but those of contexts. */
    private static Set<String> names(JsonNode value) {
        var names = new TreeSet<String>();
        collect(value, names);
        return names;
    }

    private static void collect(JsonNode value, Set<String> names) {
        if (value instanceof ObjectNode object) {
            object.properties().forEach(entry -> {
                if (!entry.getKey().equals("@context")) {
                    names.add(entry.getKey());
                    collect(entry.getValue(), names);
                }
            });
        } else {
            value.valueStream().forEach(one -> collect(one, names));
        }
    }
}
