// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.json;

import tools.jackson.databind.node.ObjectNode;

/** What came of reading a stranger's document. */
public sealed interface JsonReading {

    /**
     * A document that every reader understands alike.
     *
     * @param document the tree as it was received, members in their order; the caller owns it
     */
    record Parsed(ObjectNode document) implements JsonReading {}

    /**
     * A document that is not looked at further.
     *
     * @param detail for the log; holds at most a member's name from the document
     */
    record Refused(Reason reason, String detail) implements JsonReading {}

    /** Why a document is refused. */
    enum Reason {
        /** It is longer than the limit. */
        TOO_LONG,
        /** Its bytes are not UTF-8 (RFC 8259, 8.1). */
        NOT_UTF8,
        /** It is not JSON, or there is more after its end. */
        MALFORMED,
        /** It is JSON, but no object. */
        NOT_AN_OBJECT,
        /** It is deeper, wider or longer inside than {@link JsonLimits} allows. */
        OVER_A_LIMIT,
        /** A member's name stands twice in an object: readers differ on which one counts (RFC 8259, 4). */
        DUPLICATE_NAME,
        /** It uses a JSON-LD keyword that rearranges the document for some readers and not for others. */
        FORBIDDEN_KEYWORD,
        /** A string holds U+0000 or half a surrogate pair: it can neither be stored nor be written again. */
        UNSTORABLE_TEXT,
        /** A number is greater than IEEE 754 double precision holds (RFC 8785, 3.2.2.3). */
        NUMBER_OUT_OF_RANGE
    }
}
