// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.jsonld;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.json.JsonBytes;
import live.tributary.federation.json.JsonLimits;
import live.tributary.federation.json.JsonReading;
import live.tributary.federation.json.StrictJson;
import live.tributary.federation.jsonld.PlainReading.Plain;
import live.tributary.federation.jsonld.PlainReading.Reason;
import live.tributary.federation.jsonld.PlainReading.Refused;

/** Says in our words what a document says in its own: expanded, and compacted to the names that we read. */
final class Expansion {

    private static final String OUR_WORDS = """
            {"@context": ["https://www.w3.org/ns/activitystreams", "https://w3id.org/security/v1",
              {"toot": "http://joinmastodon.org/ns#", "discoverable": "toot:discoverable",
               "indexable": "toot:indexable", "featured": {"@id": "toot:featured", "@type": "@id"},
               "Hashtag": "as:Hashtag", "sensitive": "as:sensitive",
               "assertionMethod": {"@id": "sec:assertionMethod", "@type": "@id"},
               "controller": {"@id": "sec:controller", "@type": "@id"},
               "publicKeyMultibase": "sec:publicKeyMultibase",
               "lemmy": "https://join-lemmy.org/ns#", "sc": "http://schema.org/",
               "isLiveBroadcast": "sc:isLiveBroadcast",
               "lv": "https://w3id.org/tributary/ns#", "moderators": {"@id": "lv:moderators", "@type": "@id"},
               "liveNow": {"@id": "lv:liveNow", "@type": "@id"}, "liveState": "lv:liveState",
               "liveUntil": "lv:liveUntil", "liveSeq": "lv:liveSeq", "listing": "lv:listing",
               "listedAt": {"@id": "lv:listedAt", "@type": "@id"}, "languages": "lv:languages",
               "labels": "lv:labels", "promise": "lv:promise", "rankingPolicy": {"@id": "lv:rankingPolicy", "@type": "@id"},
               "events": {"@id": "lv:events", "@type": "@id"},
               "vouches": {"@id": "lv:vouches", "@type": "@id"},
               "seats": "lv:seats", "role": "lv:role", "topics": "lv:topics", "hours": "lv:hours",
               "packs": "lv:packs", "note": "lv:note", "expires": "lv:expires"}]}
            """;

    private final DocumentLoader loader;
    private final Duration deadline;
    private final Document ourWords = parse(OUR_WORDS.getBytes(StandardCharsets.UTF_8));
    private final StrictJson json = new StrictJson(JsonLimits.FETCHED);

    Expansion(DocumentLoader loader, Duration deadline) {
        this.loader = loader;
        this.deadline = deadline;
    }

    PlainReading read(ObjectNode document) {
        try {
            var options = new JsonLdOptions(loader);
            options.setTimeout(deadline);
            var compacted = JsonLd.compact(parse(JsonBytes.of(document)), ourWords)
                    .options(options)
                    .get();
            // Once more through the limits: a small document may say much, and say it with a keyword.
            return switch (json.read(compacted.toString().getBytes(StandardCharsets.UTF_8))) {
                case JsonReading.Parsed(var plain) -> new Plain(plain);
                case JsonReading.Refused(var reason, var detail) ->
                    new Refused(Reason.NOT_READABLE, reason + ": " + detail);
            };
        } catch (JsonLdError notJsonLd) {
            return new Refused(Reason.NOT_READABLE, String.valueOf(notJsonLd.getCode()));
        }
    }

    private static Document parse(byte[] json) {
        try {
            return JsonDocument.of(new ByteArrayInputStream(json));
        } catch (JsonLdError e) {
            throw new IllegalStateException("JSON that we wrote ourselves", e);
        }
    }
}
