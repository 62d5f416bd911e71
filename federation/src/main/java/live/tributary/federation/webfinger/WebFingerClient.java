// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.webfinger;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import live.tributary.federation.http.Budget;
import live.tributary.federation.http.Get;
import live.tributary.federation.http.GuardedClient;
import live.tributary.federation.http.Origins;
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

    private static final int OK = 200;
    private static final int BAD = 400;
    private static final int MISSING = 404;
    private static final int GONE = 410;

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
        var answer = ask(handle, budget);
        return answer instanceof Found found ? confirmed(handle, found, budget) : answer;
    }

    /** What the server of the subject says of it and of this actor. */
    private LookUp confirmed(Handle asked, Found found, Budget budget) {
        if (found.handle().names(asked)) {
            return found;
        }
        return switch (ask(found.handle(), budget)) {
            case Found second
            when second.handle().names(found.handle()) && second.isOf(found.actor()) ->
                new Found(second.handle(), found.actor(), second.jrd());
            case NoAnswer silent -> silent;
            case Nobody nobody when !nobody.certain() -> nobody;
            case Found _, Nobody _, Contradiction _ ->
                new Contradiction(
                        asked,
                        "%s says it is %s, which that server does not confirm.".formatted(asked, found.handle()));
        };
    }

    /**
     * The name that may be shown beside an actor: the one that its own server gives it, perhaps among others.
     *
     * @param preferredUsername as the actor's document says
     */
    public LookUp confirm(URI actor, String preferredUsername, Budget budget) {
        var claimed = new Handle(
                preferredUsername, Origin.of(actor).map(Origin::authority).orElse(""));
        if (Handle.parse(claimed.toString()).isEmpty()) {
            return new Contradiction(claimed, "%s is not a name that can be looked up.".formatted(claimed));
        }
        var answer = ask(claimed, budget);
        if (!(answer instanceof Found found)) {
            return answer;
        }
        return found.isOf(actor)
                ? confirmed(claimed, new Found(found.handle(), actor, found.jrd()), budget)
                : new Contradiction(claimed, "%s belongs to %s, not to %s.".formatted(claimed, found.actor(), actor));
    }

    /**
     * The actor of a whole server (FEP-d556); empty if it names none of its own.
     *
     * @param server any address on it
     */
    public Optional<URI> server(URI server, Budget budget) {
        var root = server.resolve("/");
        return ask(Origin.of(server).map(Origin::authority).orElse(""), root.toString(), budget)
                                instanceof Answered answer
                        && answer.successful()
                ? JrdJson.read(answer.body())
                        .flatMap(WebFingerClient::serverActor)
                        .filter(actor -> Origins.same(actor, root))
                : Optional.empty();
    }

    private static Optional<URI> serverActor(Jrd jrd) {
        return jrd.links().stream()
                .filter(link -> link.rel().equals(Jrd.SERVER_ACTOR))
                .filter(Typed.class::isInstance)
                .map(link -> ((Typed) link).href())
                .findFirst();
    }

    private LookUp ask(Handle handle, Budget budget) {
        return read(handle, ask(handle.host(), handle.acct(), budget));
    }

    private Outcome ask(String authority, String resource, Budget budget) {
        var encoded = URLEncoder.encode(resource, StandardCharsets.UTF_8);
        var usual = at(authority, "/.well-known/webfinger?resource=" + encoded);
        var outcome = fetch(usual, ACCEPT, budget);
        return isElsewhere(outcome)
                ? place(authority, encoded, budget)
                        .filter(place -> !place.equals(usual))
                        .map(place -> fetch(place, ACCEPT, budget))
                        .orElse(outcome)
                : outcome;
    }

    /**
     * Nothing is at the fixed place: before RFC 7033 there was none, and some hosts keep theirs on another. Whoever says that
     * we may not, or not now, is not asked again at once.
     */
    private static boolean isElsewhere(Outcome outcome) {
        return outcome instanceof Answered answer && (answer.status() == BAD || answer.status() == MISSING);
    }

    /** Where the metadata of the host says that its names are looked up. */
    private Optional<URI> place(String authority, String resource, Budget budget) {
        return fetch(at(authority, "/.well-known/host-meta"), HostMeta.XRD_MEDIA_TYPE, budget)
                                instanceof Answered answer
                        && answer.status() == OK
                ? HostMetaReader.template(answer.body()).flatMap(template -> filled(template, resource))
                : Optional.empty();
    }

    private static Optional<URI> filled(String template, String resource) {
        try {
            return Optional.of(new URI(template.replace(HostMetaReader.URI_VARIABLE, resource)));
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private Outcome fetch(URI address, String accept, Budget budget) {
        return client.get(new Get(address, accept, RequestSigner.UNSIGNED, Redirects.TO_ANYWHERE, JRD_BYTES), budget);
    }

    private URI at(String authority, String path) {
        return URI.create("%s://%s%s".formatted(scheme, authority, path));
    }

    private static LookUp read(Handle handle, Outcome outcome) {
        if (!(outcome instanceof Answered answer)) {
            return new NoAnswer(handle, outcome);
        }
        return switch (answer.status()) {
            case OK ->
                JrdJson.read(answer.body())
                        .map(jrd -> read(handle, jrd))
                        .orElseGet(() -> new NoAnswer(handle, outcome));
            case BAD, MISSING -> new Nobody(handle, false);
            case GONE -> new Nobody(handle, true);
            default -> new NoAnswer(handle, outcome);
        };
    }

    private static LookUp read(Handle handle, Jrd jrd) {
        var subject = Handle.parse(jrd.subject());
        if (subject.isEmpty()) {
            return new Contradiction(handle, "The answer for %s is about no account.".formatted(handle));
        }
        return jrd.actors()
                .findFirst()
                .<LookUp>map(actor -> new Found(subject.get(), actor, jrd))
                .orElseGet(() -> new Nobody(handle, true));
    }
}
