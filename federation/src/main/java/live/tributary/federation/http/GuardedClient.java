// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import live.tributary.federation.http.Outcome.Answered;
import live.tributary.federation.http.Outcome.Refused;
import live.tributary.federation.http.Outcome.TimedOut;
import live.tributary.federation.signature.Headers;
import live.tributary.federation.signature.HttpRequest;

/**
 * Asks other servers, on behalf of strangers: goes only where an {@link AddressGuard} lets it, takes only what {@link Limits}
 * allow, and gives up after ten seconds.
 *
 * <p>Blocks its caller, who should be a virtual thread; may be used by any number of them. Owns its event loops and
 * connections until it is closed.
 */
public final class GuardedClient implements AutoCloseable {

    private static final byte[] NO_BODY = {};

    /** RFC 9110, 15.4, without 300 and 304, which name no single other place. */
    private static final List<Integer> REDIRECTS = List.of(301, 302, 303, 307, 308);

    private final ClientOptions options;
    private final Names names;
    private final Wire wire;

    private GuardedClient(ClientOptions options, Names names) {
        this.options = options;
        this.names = names;
        this.wire = new Wire(options.limits(), new CheckedAddresses(names, options.guard()), options.trust());
    }

    /** A client that asks the name servers of this machine. */
    public static GuardedClient open(ClientOptions options) {
        return new GuardedClient(options, new DnsNames());
    }

    /** A client that looks hosts up as {@code names} does, and closes it in the end. */
    public static GuardedClient open(ClientOptions options, Names names) {
        return new GuardedClient(options, names);
    }

    /** Fetches a document, along redirects if need be. Signs each hop by itself. */
    public Outcome get(Get get, Budget budget) {
        return follow(get, budget, Extent.WHOLE);
    }

    /**
     * The same of the first {@link Get#maxBytes} of something that may be longer (RFC 9110, 14.2). Where a server sends more than
     * it was asked for, the rest is not read.
     */
    public Outcome beginning(Get get, Budget budget) {
        return follow(get, budget, Extent.BEGINNING);
    }

    /** How much is wanted. */
    private enum Extent {
        WHOLE,
        BEGINNING
    }

    private Outcome follow(Get get, Budget budget, Extent extent) {
        long start = System.nanoTime();
        var at = get.address();
        for (int hop = 0; hop <= get.redirects().hops(); hop++) {
            var outcome = budget.spend(at) ? hop(get, at, start, extent) : new Refused(at, Refusal.BUDGET_SPENT);
            var location = location(outcome);
            if (location.isEmpty()) {
                return outcome;
            }
            var next = resolved(at, location.get());
            if (next.isEmpty() || !get.redirects().allow(at, next.get())) {
                return new Refused(at, next.isEmpty() ? Refusal.NOT_AN_ADDRESS : Refusal.REDIRECT_TO_ANOTHER_SERVER);
            }
            at = next.get();
        }
        return new Refused(at, Refusal.TOO_MANY_REDIRECTS);
    }

    /** Delivers a document. What is answered is read up to {@link Limits#replyBytes()}. */
    public Outcome post(Post post) {
        var refusal = options.refusal(post.address());
        if (refusal.isPresent()) {
            return new Refused(post.address(), refusal.get());
        }
        var request = request("POST", post.address(), "*/*", post.body())
                .with("Content-Type", post.contentType())
                .with("Content-Length", String.valueOf(post.body().length));
        return wire.exchange(
                signed(request, post.signer()),
                options.limits().replyBytes(),
                false,
                options.limits().total());
    }

    private Outcome hop(Get get, URI at, long start, Extent extent) {
        var refusal = options.refusal(at);
        if (refusal.isPresent()) {
            return new Refused(at, refusal.get());
        }
        var left = options.limits().total().minus(Duration.ofNanos(System.nanoTime() - start));
        if (!left.isPositive()) {
            return new TimedOut(at, options.limits().total());
        }
        var request = asking(request("GET", at, get.accept(), NO_BODY), get, extent);
        var outcome = wire.exchange(signed(request, get.signer()), get.maxBytes(), extent == Extent.WHOLE, left);
        return outcome instanceof Answered answer
                ? Packing.unpacked(answer, get.maxBytes(), options.limits().gzipRatio())
                : outcome;
    }

    /** Of what is packed, a beginning cannot be unpacked. */
    private static HttpRequest asking(HttpRequest request, Get get, Extent extent) {
        return switch (extent) {
            case WHOLE -> request.with("Accept-Encoding", Packing.GZIP);
            case BEGINNING ->
                request.with("Accept-Encoding", "identity").with("Range", "bytes=0-" + (get.maxBytes() - 1));
        };
    }

    /** The host as it will be signed, not as a library would write it. */
    private HttpRequest request(String method, URI address, String accept, byte[] body) {
        var request = HttpRequest.to(method, address, Headers.NONE, body);
        return request.with("Host", request.origin().authority())
                .with("User-Agent", options.userAgent())
                .with("Accept", accept);
    }

    /** Only the fields are taken over: a signer that changed anything else would sign what is not sent. */
    private static HttpRequest signed(HttpRequest request, RequestSigner signer) {
        var headers = signer.sign(request).headers();
        return new HttpRequest(request.method(), request.origin(), request.target(), headers, request.body());
    }

    private static Optional<String> location(Outcome outcome) {
        return outcome instanceof Answered answer && REDIRECTS.contains(answer.status())
                ? answer.headers().combined("Location")
                : Optional.empty();
    }

    private static Optional<URI> resolved(URI from, String location) {
        try {
            return Optional.of(from.resolve(new URI(location)));
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        wire.close();
        names.close();
    }
}
