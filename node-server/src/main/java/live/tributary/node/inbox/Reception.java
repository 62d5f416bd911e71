// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.time.Duration;

import live.tributary.federation.http.Budget;
import live.tributary.federation.signature.HttpRequest;
import live.tributary.federation.signature.Reading;
import live.tributary.federation.signature.Refused;
import live.tributary.federation.signature.ReplayWindow;
import live.tributary.federation.signature.SignatureClaim;
import live.tributary.federation.signature.SignatureReader;
import live.tributary.federation.vocab.Activity;
import live.tributary.federation.vocab.Delete;
import live.tributary.federation.vocab.Envelope;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.fediverse.Hosts;
import live.tributary.node.kernel.Actor;

/**
 * Lets an activity in, or not. What is cheap is asked before what is dear: form, times and digest, who is blocked, what is
 * for nobody; only then the key, for which somebody may have to be asked, and the rules of who may say what. What is let in
 * is in the database before it is answered; work on it begins later. Heartbeats are told at once instead. Any thread that may
 * block.
 */
final class Reception {

    private static final int LONGEST_TYPE = 100;

    private static final String CAME_BEFORE = "it came before";
    private static final String NOBODY_KNOWS = "nobody here knows who is gone";

    private static final Duration BUSY_FOR = Duration.ofSeconds(30);

    private final SignatureReader signatures;
    private final ReplayWindow replays;
    private final DomainPolicies policies;
    private final BodyReader bodies;
    private final OriginRules rules;
    private final KnownActorStore actors;
    private final Witness witness;
    private final Pace pace;
    private final Heartbeats heartbeats;
    private final Letterbox letterbox;
    private final Hosts hosts;

    Reception(
            SignatureReader signatures,
            ReplayWindow replays,
            DomainPolicies policies,
            BodyReader bodies,
            OriginRules rules,
            KnownActorStore actors,
            Witness witness,
            Pace pace,
            Heartbeats heartbeats,
            Letterbox letterbox,
            Hosts hosts) {
        this.signatures = signatures;
        this.replays = replays;
        this.policies = policies;
        this.bodies = bodies;
        this.rules = rules;
        this.actors = actors;
        this.witness = witness;
        this.pace = pace;
        this.heartbeats = heartbeats;
        this.letterbox = letterbox;
        this.hosts = hosts;
    }

    /** @param source the part of the network from which it is posted, by which fetches are counted */
    Answer receive(HttpRequest request, String source) {
        return switch (signatures.read(request)) {
            case Refused refused -> Answer.refused(Answer.Why.UNVERIFIED, refused.words());
            case Reading.Signed(var claims) ->
                receive(new Post(request.body(), claims.getFirst(), source, Budget.ofOneReception()));
        };
    }

    /**
     * What was posted.
     *
     * @param body as it came; never written to
     * @param source the part of the network from which it is posted
     * @param budget for all that has to be fetched before it is answered
     */
    @SuppressWarnings("ArrayRecordComponent") // never written to, and never compared
    private record Post(byte[] body, SignatureClaim claim, String source, Budget budget) {}

    private Answer receive(Post post) {
        var claim = post.claim();
        if (policies.standing(claim.keyId().getHost()).suspended()) {
            return Answer.refused(
                    Answer.Why.BLOCKED,
                    "%s is blocked here".formatted(claim.keyId().getHost()));
        }
        if (replays.knows(claim)) {
            return new Answer.Taken(CAME_BEFORE);
        }
        return switch (bodies.look(post.body())) {
            case FirstLook.Clear(var legibility) -> receive(post, legibility);
            case FirstLook.Dear dear -> receiveDear(post, dear);
        };
    }

    /** Only for whose key is known; and for somebody known who may be gone together with the key, now and then. */
    private Answer receiveDear(Post post, FirstLook.Dear dear) {
        var leaving = dear.leaving();
        if (leaving.filter(actor -> actors.find(actor).isEmpty()).isPresent()) {
            return new Answer.Taken(NOBODY_KNOWS);
        }
        return witness.isSigned(post.claim(), post.source(), post.budget())
                        || leaving.filter(witness::mayHaveLeft).isPresent()
                ? receive(post, bodies.read(dear.document()))
                : Answer.refused(
                        Answer.Why.UNVERIFIED,
                        "no key fits the signature with the key %s"
                                .formatted(post.claim().keyId()));
    }

    private Answer receive(Post post, Legibility legibility) {
        return switch (legibility) {
            case Legibility.Legible legible -> receiveLegible(post, legible);
            case Legibility.Illegible(var because) -> Answer.refused(Answer.Why.MALFORMED, because);
            case Legibility.NotNow() -> new Answer.Refused(Answer.Why.BUSY, "too much waits to be read", BUSY_FOR);
        };
    }

    private Answer receiveLegible(Post post, Legibility.Legible legible) {
        var activity = legible.activity();
        var actor = activity.envelope().actor();
        if (policies.standing(actor.getHost()).suspended()) {
            return Answer.refused(Answer.Why.BLOCKED, "%s is blocked here".formatted(actor.getHost()));
        }
        // When an account of a large server is deleted, everybody is told who ever heard of anybody there. The key is
        // gone.
        if (isFarewell(activity) && actors.find(actor).isEmpty()) {
            return new Answer.Taken(NOBODY_KNOWS);
        }
        var violation = rules.violation(activity);
        if (violation.isPresent()) {
            return Answer.refused(Answer.Why.NOT_ITS_TO_SAY, violation.get());
        }
        return switch (witness.examine(legible, post.claim(), post.source(), post.budget())) {
            case Witness.Testimony.None(var because) -> Answer.refused(Answer.Why.UNVERIFIED, because);
            case Witness.Testimony.NotNow(var because) -> new Answer.Refused(Answer.Why.BUSY, because, BUSY_FOR);
            case Witness.Testimony.Given(var signer, var trust) -> take(post, activity, signer, trust);
        };
    }

    private Answer take(Post post, Activity activity, URI signer, Trust trust) {
        var host = KnownActors.host(signer);
        var refusal = pace.refusal(activity, host);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var answer = heartbeats.tell(activity, signer)
                ? new Answer.Taken("heard; it is said again")
                : keep(arrival(post, activity, signer, trust));
        if (!(answer instanceof Answer.Refused)) {
            replays.remember(post.claim());
            hosts.heardFrom(Actor.SYSTEM, host, post.claim().kind());
        }
        return answer;
    }

    private Answer keep(Arrival arrival) {
        return pace.fullness(arrival.host())
                .orElseGet(() -> letterbox.keep(arrival) ? new Answer.Kept() : new Answer.Taken(CAME_BEFORE));
    }

    private static Arrival arrival(Post post, Activity activity, URI signer, Trust trust) {
        var envelope = activity.envelope();
        var place = Arrival.place(envelope.id(), signer, trust);
        return new Arrival(place, KnownActors.host(signer), envelope.actor(), typeOf(envelope), trust, post.body());
    }

    /** For the operator to read. */
    private static String typeOf(Envelope envelope) {
        var type = envelope.document().path("type").asString("");
        return type.substring(0, Math.min(type.length(), LONGEST_TYPE));
    }

    private static boolean isFarewell(Activity activity) {
        return activity instanceof Delete(var envelope, var object)
                && object.id().filter(envelope.actor()::equals).isPresent();
    }
}
