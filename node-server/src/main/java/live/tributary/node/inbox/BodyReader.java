// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.json.JsonReading;
import live.tributary.federation.json.StrictJson;
import live.tributary.federation.jsonld.PlainJson;
import live.tributary.federation.jsonld.PlainReading;
import live.tributary.federation.vocab.ActivityReader;
import live.tributary.federation.vocab.ActivityReading;

/** Reads what a stranger posts: as plain JSON, where that says the same as JSON-LD. Any thread that may block. */
final class BodyReader {

    private final StrictJson json;
    private final PlainJson plain;

    BodyReader(StrictJson json, PlainJson plain) {
        this.json = json;
        this.plain = plain;
    }

    Legibility read(byte[] body) {
        return switch (json.read(body)) {
            case JsonReading.Refused refused -> refused(refused);
            case JsonReading.Parsed(var document) -> read(document);
        };
    }

    /** The same, where that is little work. */
    FirstLook look(byte[] body) {
        return switch (json.read(body)) {
            case JsonReading.Refused refused -> new FirstLook.Clear(refused(refused));
            case JsonReading.Parsed(var document) ->
                plain.needsExpansion(document) ? new FirstLook.Dear(document) : new FirstLook.Clear(read(document));
        };
    }

    private static Legibility refused(JsonReading.Refused refused) {
        return new Legibility.Illegible("the body is refused: %s, %s".formatted(refused.reason(), refused.detail()));
    }

    /** What was looked at; may take seconds. */
    Legibility read(ObjectNode asReceived) {
        return switch (plain.read(asReceived)) {
            case PlainReading.Refused refused when refused.isForNow() -> new Legibility.NotNow();
            case PlainReading.Refused(var reason, var detail) ->
                new Legibility.Illegible("the body is refused: %s, %s".formatted(reason, detail));
            case PlainReading.Plain(var document) ->
                switch (ActivityReader.read(document)) {
                    case ActivityReading.NotUnderstood(var why) -> new Legibility.Illegible(why);
                    case ActivityReading.Understood(var activity) -> new Legibility.Legible(activity, asReceived);
                };
        };
    }
}
