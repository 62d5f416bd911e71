// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.readers;

/** What a server that asks for a document gets. */
public sealed interface Access {

    /** The document. */
    record Granted() implements Access {}

    /**
     * Nobody knows who asks: at most the key that is in the document, without which two servers that both ask for signatures
     * could not get to know each other.
     *
     * @param because for the operator over there
     */
    record Unknown(String because) implements Access {}

    /**
     * Nothing.
     *
     * @param because for the operator over there
     */
    record Forbidden(String because) implements Access {}
}
