// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.proof;

import java.io.IOException;
import java.io.Serial;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.JsonNode;

/** The canonical form of a JSON document (RFC 8785). */
final class Jcs {

    private Jcs() {}

    /**
     * The canonical bytes of an object or array.
     *
     * @throws NotCanonicalException if it has none: a number beyond a double, or half of a surrogate pair, which would become the
     *     same question mark for every document
     */
    static byte[] canonical(JsonNode document) throws NotCanonicalException {
        try {
            var text = new JsonCanonicalizer(document.toString()).getEncodedString();
            return bytes(StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text)));
        } catch (CharacterCodingException halfCharacter) {
            throw new NotCanonicalException("half of a surrogate pair", halfCharacter);
        } catch (IOException refused) {
            throw new NotCanonicalException("a value that has no canonical form", refused);
        }
    }

    private static byte[] bytes(ByteBuffer encoded) {
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
    }

    /** A document that RFC 8785 cannot write. */
    static final class NotCanonicalException extends Exception {

        @Serial
        private static final long serialVersionUID = 1;

        NotCanonicalException(String words, Throwable cause) {
            super(words, cause);
        }
    }
}
