// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;

import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.http.Budget;
import live.tributary.federation.jsonld.PlainJson;
import live.tributary.federation.jsonld.PlainReading;
import live.tributary.federation.remote.RemoteDocuments;
import live.tributary.federation.remote.Retrieval;
import live.tributary.federation.vocab.ObjectReader;
import live.tributary.federation.vocab.Reference;
import live.tributary.federation.vocab.Tombstone;

/**
 * What an activity is about, in the words of who made it: as it lies in an activity that its actor signed, else as it lies where
 * it is from (FEP-fe34). Asks there, so never within a transaction. Any thread that may block.
 */
public final class Originals {

    private final RemoteDocuments documents;
    private final PlainJson plain;

    Originals(RemoteDocuments documents, PlainJson plain) {
        this.documents = documents;
        this.plain = plain;
    }

    /** What came of looking for one. */
    public sealed interface Original {

        /**
         * It is there.
         *
         * @param document in plain JSON; its id is the address that was asked for
         */
        record There(ObjectNode document) implements Original {}

        /** It is deleted, as its server says: for good. */
        record Gone() implements Original {}

        /** Nothing is there: it never was, or its server has lost its way for an hour. */
        record Missing() implements Original {}

        /**
         * Something is there that does not count.
         *
         * @param because in words for the operator
         */
        record Unfit(String because) implements Original {}

        /**
         * Nobody answered.
         *
         * @param because in words for the operator
         */
        record NotNow(String because) implements Original {}
    }

    Original of(Reference object, Trust trust, Budget budget) {
        return switch (object) {
            case Reference.Embedded(var _, var document) when trust == Trust.SIGNED -> new Original.There(document);
            case Reference.Embedded(var id, var _) -> at(id, budget);
            case Reference.Link(var id) -> at(id, budget);
            case Reference.Anonymous _ -> new Original.Unfit("what it is about has no address");
        };
    }

    /** What lies at this address, if it has it for its id. */
    public Original at(URI id, Budget budget) {
        return switch (documents.fetch(id, budget)) {
            case Retrieval.Fetched(var found, var document) -> read(found, document);
            case Retrieval.Gone _ -> new Original.Gone();
            case Retrieval.Missing _ -> new Original.Missing();
            case Retrieval.Untrusted untrusted -> new Original.Unfit(untrusted.words());
            case Retrieval.Failed failed -> new Original.NotNow(failed.words());
        };
    }

    private Original read(URI id, ObjectNode asReceived) {
        return switch (plain.read(asReceived)) {
            case PlainReading.Refused refused
            when refused.isForNow() -> new Original.NotNow("too much waits to be read");
            case PlainReading.Refused(var reason, var detail) ->
                new Original.Unfit("the document is refused: %s, %s".formatted(reason, detail));
            // What was fetched has this id as plain JSON. In our words it may have another: a context can rename
            // members.
            case PlainReading.Plain(var document) ->
                ObjectReader.read(document)
                        .filter(read -> read.facts().id().equals(id))
                        .<Original>map(
                                read -> read instanceof Tombstone ? new Original.Gone() : new Original.There(document))
                        .orElseGet(() -> new Original.Unfit("the document means to be another than it is"));
        };
    }
}
