// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.nodeinfo;

import java.net.URI;
import java.util.Optional;

import live.tributary.federation.http.Budget;
import live.tributary.federation.http.Get;
import live.tributary.federation.http.GuardedClient;
import live.tributary.federation.http.Outcome.Answered;
import live.tributary.federation.http.Redirects;
import live.tributary.federation.http.RequestSigner;
import live.tributary.federation.webfinger.Jrd;
import live.tributary.federation.webfinger.JrdJson;

/** Asks other servers what they are. Blocks its caller; may be used by any number of threads. */
public final class NodeInfoClient {

    private static final int MOST_BYTES = 64 * 1024;

    private final GuardedClient client;

    /** A client that asks through this one. */
    public NodeInfoClient(GuardedClient client) {
        this.client = client;
    }

    /**
     * Which software a server says it runs; empty if it does not say.
     *
     * @param server any address on it
     */
    public Optional<Software> software(URI server, Budget budget) {
        return document(server, budget).flatMap(NodeInfoJson::software);
    }

    /** The name of the account of a server that has no more than one, as Owncast does; empty if it does not say. */
    public Optional<String> account(URI server, Budget budget) {
        return document(server, budget).flatMap(NodeInfoJson::account);
    }

    /** The actor of a whole server (FEP-2677); empty if it names none of its own. */
    public Optional<URI> application(URI server, Budget budget) {
        return links(server, budget).flatMap(links -> NodeInfoLinks.application(links, server));
    }

    private Optional<byte[]> document(URI server, Budget budget) {
        return links(server, budget)
                .flatMap(links -> NodeInfoLinks.document(links, server))
                .flatMap(document -> body(document, "application/json", budget));
    }

    private Optional<Jrd> links(URI server, Budget budget) {
        return body(server.resolve("/.well-known/nodeinfo"), Jrd.MEDIA_TYPE + ", application/json", budget)
                .flatMap(JrdJson::read);
    }

    private Optional<byte[]> body(URI address, String accept, Budget budget) {
        var get = new Get(address, accept, RequestSigner.UNSIGNED, Redirects.WITHIN_THE_SERVER, MOST_BYTES);
        return client.get(get, budget) instanceof Answered answer && answer.successful()
                ? Optional.of(answer.body())
                : Optional.empty();
    }
}
