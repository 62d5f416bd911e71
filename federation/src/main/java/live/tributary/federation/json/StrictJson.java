// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

import live.tributary.federation.json.JsonReading.Reason;

/**
 * A stranger's bytes → a tree. What two readers could understand differently is refused: duplicate names, and the
 * JSON-LD keywords {@code @graph}, {@code @included}, {@code @reverse}, {@code @import} and {@code @nest}, which move
 * members to where a reader of plain JSON does not look.
 *
 * <p>Immutable; used by any number of threads.
 */
public final class StrictJson {

    private final JsonLimits limits;
    private final JsonFactory factory;

    /** A reader that stops at {@code limits}. */
    public StrictJson(JsonLimits limits) {
        this.limits = limits;
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxDocumentLength(limits.bytes())
                        .maxNestingDepth(limits.depth())
                        .maxStringLength(limits.textChars())
                        .maxNumberLength(limits.numberDigits())
                        .maxNameLength(limits.nameChars())
                        .maxTokenCount(limits.tokens())
                        .build())
                .build();
    }

    /** Reads {@code body}, which must hold exactly one JSON object in UTF-8. Never throws for what it holds. */
    public JsonReading read(byte[] body) {
        if (body.length > limits.bytes()) {
            return new JsonReading.Refused(
                    Reason.TOO_LONG, "%d bytes, limit %d".formatted(body.length, limits.bytes()));
        }
        try {
            // Decoded first, and strictly: Jackson would guess UTF-16 and UTF-32 from the first bytes.
            return parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException broken) {
            return new JsonReading.Refused(Reason.NOT_UTF8, "not UTF-8");
        }
    }

    private JsonReading parse(String text) {
        try (var parser = factory.createParser(ObjectReadContext.empty(), text)) {
            return new JsonReading.Parsed(new TreeReader(parser, limits).document());
        } catch (RefusalException refused) {
            return refused.refusal();
        } catch (StreamConstraintsException tooMuch) {
            return new JsonReading.Refused(Reason.OVER_A_LIMIT, tooMuch.getOriginalMessage());
        } catch (JacksonException malformed) {
            return new JsonReading.Refused(
                    Reason.MALFORMED, malformed.getClass().getSimpleName());
        }
    }
}
