// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.util.function.Consumer;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a day of a directory's ledger line by line: as a tree, a document of strangers may take thirty times its length.
 * Immutable; any thread.
 */
final class LedgerReader {

    /** As in what comes to an inbox. */
    private static final int DEEPEST = 32;

    private static final int LONGEST_TEXT = 1_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(LONGEST_TEXT)
                    .build())
            .build();

    private LedgerReader() {}

    /** Gives what can be read, up to where it cannot. Never throws for what it reads. */
    static void read(byte[] document, Consumer<LedgerLine> lines) {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), document)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                members(parser, lines);
            }
        } catch (JacksonException noJson) {
            // What came before counts: nothing in a ledger is worth more than what its directory says.
            return;
        }
    }

    private static void members(JsonParser parser, Consumer<LedgerLine> lines) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var groups = parser.currentName().equals("groups");
            if (parser.nextToken() == JsonToken.START_ARRAY && groups) {
                groups(parser, lines);
            } else {
                parser.skipChildren();
            }
        }
    }

    private static void groups(JsonParser parser, Consumer<LedgerLine> lines) {
        for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                lines.accept(line(parser));
            } else {
                parser.skipChildren();
            }
        }
    }

    private static LedgerLine line(JsonParser parser) {
        var gid = "";
        var pool = "";
        double minutes = 0;
        double due = 0;
        double received = 0;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "gid" -> gid = parser.getValueAsString("");
                case "pool" -> pool = parser.getValueAsString("");
                case "minutes" -> minutes = parser.getValueAsDouble(0);
                case "due" -> due = parser.getValueAsDouble(0);
                case "received" -> received = parser.getValueAsDouble(0);
                default -> {}
            }
            parser.skipChildren();
        }
        return LedgerLine.of(gid, pool, minutes, due, received);
    }
}
