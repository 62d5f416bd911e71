// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.remote;

import java.net.URI;

import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.http.Outcome;

/** What came of fetching a document. */
public sealed interface Retrieval {

    /**
     * The document, in its own server's words.
     *
     * @param id which it has and is served under; another than the one that was asked for where that one led to it
     * @param document the caller owns it
     */
    record Fetched(URI id, ObjectNode document) implements Retrieval {}

    /** It is deleted (410). */
    record Gone(URI id) implements Retrieval {}

    /** There is none (404). */
    record Missing(URI id) implements Retrieval {}

    /**
     * Something came that does not count.
     *
     * @param why follows the address in a sentence for the operator
     */
    record Untrusted(URI id, String why) implements Retrieval {}

    /** Nothing came. */
    record Failed(URI id, Outcome outcome) implements Retrieval {}

    /** The id that was asked for, or the one that was found. */
    URI id();

    /** One sentence for the operator. */
    default String words() {
        return switch (this) {
            case Fetched fetched -> "%s was fetched.".formatted(fetched.id());
            case Gone gone -> "%s is deleted.".formatted(gone.id());
            case Missing missing -> "%s does not exist.".formatted(missing.id());
            case Untrusted untrusted -> "%s %s.".formatted(untrusted.id(), untrusted.why());
            case Failed failed -> failed.outcome().words();
        };
    }
}
