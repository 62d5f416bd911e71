// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.webfinger;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import live.tributary.federation.http.Budget;
import live.tributary.federation.http.Get;
import live.tributary.federation.http.GuardedClient;
import live.tributary.federation.http.Outcome;
import live.tributary.federation.http.Outcome.Answered;
import live.tributary.federation.http.Redirects;
import live.tributary.federation.http.RequestSigner;
import live.tributary.federation.signature.Origin;
import live.tributary.federation.webfinger.JrdLink.Typed;
import live.tributary.federation.webfinger.LookUp.Contradiction;
import live.tributary.federation.webfinger.LookUp.Found;
import live.tributary.federation.webfinger.LookUp.NoAnswer;
import live.tributary.federation.webfinger.LookUp.Nobody;

/** Asks other servers whose a name is. Blocks its caller; may be used by any number of threads. */
public final class WebFingerClient {

    private static final String ACCEPT = Jrd.MEDIA_TYPE + ", application/json";

    private static final int JRD_BYTES = 64 * 1024;

    private final GuardedClient client;
    private final String scheme;

    /**
     * A look-up with this client.
     *
     * @param publicAddress of this node: others are asked by the same scheme, which is https outside of tests
     */
    public WebFingerClient(GuardedClient client, URI publicAddress) {
        this.client = client;
        this.scheme = Origin.of(publicAddress).map(Origin::scheme).orElse("https");
    }

    /**
     * Who has this name. Where the answer names another subject, that one must say the same of itself: otherwise anybody
     * could hand out names of somebody else's server.
     */
    public LookUp find(Handle handle, Budget budget) {
        var first = ask(handle, budget);
        if (!(first instanceof Found found) || found.handle().names(handle)) {
            return first;
        }
        var second = ask(found.handle(), budget);
        if (second instanceof Found confirmed
                && confirmed.handle().names(found.handle())
                && confirmed.actor().equals(found.actor())) {
            return second;
        }
        return new Contradiction(
                handle, "%s says it is %s, which that server does not confirm.".formatted(handle, found.handle()));
    }

    /**
     * The name that may be shown beside an actor: the one that its own server gives it, and gives to nobody else.
     *
     * @param preferredUsername as the actor's document says
     */
    public LookUp confirm(URI actor, String preferredUsername, Budget budget) {
        var claimed = new Handle(
                preferredUsername, Origin.of(actor).map(Origin::authority).orElse(""));
        if (Handle.parse(claimed.toString()).isEmpty()) {
            return new Contradiction(claimed, "%s is not a name that can be looked up.".formatted(claimed));
        }
        var answer = find(claimed, budget);
        return answer instanceof Found found && !found.actor().equals(actor)
                ? new Contradiction(claimed, "%s belongs to %s, not to %s.".formatted(claimed, found.actor(), actor))
                : answer;
    }

    private LookUp ask(Handle handle, Budget budget) {
        var resource = URLEncoder.encode(handle.acct(), StandardCharsets.UTF_8);
        var address =
                URI.create("%s://%s/.well-known/webfinger?resource=%s".formatted(scheme, handle.host(), resource));
        var get = new Get(address, ACCEPT, RequestSigner.UNSIGNED, Redirects.TO_ANYWHERE, JRD_BYTES);
        return read(handle, client.get(get, budget));
    }

    private static LookUp read(Handle handle, Outcome outcome) {
        if (!(outcome instanceof Answered answer)) {
            return new NoAnswer(handle, outcome);
        }
        return switch (answer.status()) {
            case 200 ->
                JrdJson.read(answer.body())
                        .map(jrd -> read(handle, jrd))
                        .orElseGet(() -> new NoAnswer(handle, outcome));
            case 400, 404, 410 -> new Nobody(handle);
            default -> new NoAnswer(handle, outcome);
        };
    }

    private static LookUp read(Handle handle, Jrd jrd) {
        var subject = Handle.parse(jrd.subject());
        if (subject.isEmpty()) {
            return new Contradiction(handle, "The answer for %s is about no account.".formatted(handle));
        }
        return actor(jrd)
                .<LookUp>map(actor -> new Found(subject.get(), actor, jrd))
                .orElseGet(() -> new Nobody(handle));
    }

    /** Pleroma links its actor twice, once in each media type of ActivityPub. */
    private static Optional<URI> actor(Jrd jrd) {
        return jrd.links().stream()
                .filter(link -> link.rel().equals(Jrd.SELF))
                .filter(Typed.class::isInstance)
                .map(Typed.class::cast)
                .filter(link ->
                        link.type().startsWith(Jrd.ACTIVITY_JSON) || link.type().startsWith("application/ld+json"))
                .map(Typed::href)
                .findFirst();
    }
}
