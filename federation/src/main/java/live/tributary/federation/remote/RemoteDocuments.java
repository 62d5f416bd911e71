// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.remote;

import java.net.URI;
import java.util.Locale;

import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.http.Budget;
import live.tributary.federation.http.Get;
import live.tributary.federation.http.GuardedClient;
import live.tributary.federation.http.Origins;
import live.tributary.federation.http.Outcome;
import live.tributary.federation.http.Outcome.Answered;
import live.tributary.federation.http.Redirects;
import live.tributary.federation.json.JsonLimits;
import live.tributary.federation.json.JsonReading;
import live.tributary.federation.json.JsonReading.Parsed;
import live.tributary.federation.json.StrictJson;
import live.tributary.federation.remote.Retrieval.Failed;
import live.tributary.federation.remote.Retrieval.Fetched;
import live.tributary.federation.remote.Retrieval.Gone;
import live.tributary.federation.remote.Retrieval.Missing;
import live.tributary.federation.remote.Retrieval.Untrusted;

/**
 * Fetches actors and objects by their id. Blocks its caller; may be used by any number of threads.
 *
 * <p>Every request is signed by the node: GoToSocial shows nothing to strangers, and others may be set so.
 */
public final class RemoteDocuments {

    private static final StrictJson READER = new StrictJson(JsonLimits.FETCHED);

    private static final int UNAUTHORIZED = 401;

    private final GuardedClient client;
    private final GetSigners signers;

    /** Fetches in the name of the node whose key is in {@code signers}. */
    public RemoteDocuments(GuardedClient client, GetSigners signers) {
        this.client = client;
        this.signers = signers;
    }

    /**
     * Fetches what has this id. What comes counts if its id is the address that it came from, or, one hop further, if it can
     * be fetched from its id on the same server.
     */
    public Retrieval fetch(URI id, Budget budget) {
        var first = receive(id, Redirects.TO_ANYWHERE, budget);
        if (!(first instanceof Fetched(var address, var document))) {
            return first;
        }
        var named = Ids.of(document);
        if (named.isEmpty() || !Origins.same(named.get(), address)) {
            return new Untrusted(id, "answered with a document that has its id elsewhere");
        }
        if (isServedUnderItsId(address, document)) {
            return new Fetched(named.get(), document);
        }
        var second = receive(named.get(), Redirects.TO_ANYWHERE, budget);
        return second instanceof Fetched(var place, var original) ? original(id, place, original) : second;
    }

    private static Retrieval original(URI asked, URI address, ObjectNode document) {
        return isServedUnderItsId(address, document)
                ? new Fetched(Ids.of(document).orElseThrow(), document)
                : new Untrusted(asked, "answered with a document that is not served under its id");
    }

    static boolean isServedUnderItsId(URI address, ObjectNode document) {
        return Ids.of(document).map(Ids::asSent).filter(address::equals).isPresent();
    }

    /** Fetches without looking at ids: a {@link Fetched} has the address where the document was, whatever its id is. */
    Retrieval receive(URI address, Redirects redirects, Budget budget) {
        var outcome = client.get(new Get(address, ActivityMediaType.ACCEPT, signers.usual(), redirects), budget);
        if (outcome instanceof Answered answer
                && answer.status() == UNAUTHORIZED
                && answer.address().getRawQuery() != null) {
            outcome = client.get(new Get(address, ActivityMediaType.ACCEPT, signers.withoutQuery(), redirects), budget);
        }
        return read(address, outcome);
    }

    private static Retrieval read(URI asked, Outcome outcome) {
        if (!(outcome instanceof Answered answer)) {
            return new Failed(asked, outcome);
        }
        return switch (answer.status()) {
            case 200 -> read(asked, answer);
            case 404 -> new Missing(asked);
            case 410 -> new Gone(asked);
            default -> new Failed(asked, outcome);
        };
    }

    private static Retrieval read(URI asked, Answered answer) {
        var contentType = answer.headers().combined("Content-Type").orElse("");
        if (!ActivityMediaType.matches(contentType)) {
            return new Untrusted(asked, "did not answer with a document of ActivityPub");
        }
        return switch (READER.read(answer.body())) {
            case Parsed(ObjectNode document) -> new Fetched(answer.address(), document);
            case JsonReading.Refused refused ->
                new Untrusted(
                        asked,
                        "answered with a document that is refused: "
                                + refused.reason()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', ' '));
        };
    }
}
