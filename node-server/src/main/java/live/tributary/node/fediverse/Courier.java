// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.InstantSource;

import live.tributary.federation.delivery.Reaction;
import live.tributary.federation.delivery.SignatureHabit;
import live.tributary.federation.http.GuardedClient;
import live.tributary.federation.http.Outcome;
import live.tributary.federation.http.Outcome.Answered;
import live.tributary.federation.http.Post;
import live.tributary.federation.signature.MessageSigner;
import live.tributary.federation.signature.SignatureForm;
import live.tributary.federation.signature.SignatureKind;
import live.tributary.federation.signature.SigningKey;
import live.tributary.federation.vocab.ActivityStreams;

/**
 * Carries one document to one inbox, and signs it at the door: a signature is good for minutes only. Whoever does not
 * believe the first kind is shown the other, once.
 */
final class Courier {

    private static final int UNAUTHORIZED = 401;

    private final GuardedClient client;
    private final MessageSigner signer;
    private final KeyRings keys;
    private final Actors actors;
    private final InstantSource clock;

    Courier(GuardedClient client, MessageSigner signer, KeyRings keys, Actors actors, InstantSource clock) {
        this.client = client;
        this.signer = signer;
        this.keys = keys;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param answer in words, for the operator
     * @param kind the signature that was shown last
     * @param believed whether that signature was
     */
    record Return(Reaction reaction, String answer, SignatureKind kind, boolean believed) {}

    /** Blocks until the host has answered, or ten seconds have passed. */
    Return carry(Claim claim, SignatureHabit habit) {
        var sender = sender(claim);
        // Of a new key those who know the actor learn under the old one; who does not believe that knows the new one.
        return keys.replaced(sender, claim.activity())
                // Later the newer one is known, but of who is gone: there it cannot be looked up.
                .filter(_ -> claim.attempts() == 0 || actors.find(claim.sender()) instanceof ActorLookup.Gone)
                .map(key -> carry(claim, habit, key))
                .filter(Return::believed)
                .orElseGet(() -> carry(claim, habit, keys.signing(sender)));
    }

    private Return carry(Claim claim, SignatureHabit habit, SigningKey key) {
        var first = post(claim, key, habit.kind());
        var reaction = reaction(first);
        if (!(reaction instanceof Reaction.SignOtherwise)
                && !(habit.kind() == SignatureKind.RFC9421 && mayBeTheSignature(first))) {
            return new Return(reaction, first.words(), habit.kind(), true);
        }
        var other = SignatureHabit.other(habit.kind());
        var second = post(claim, key, other);
        return reaction(second) instanceof Reaction.SignOtherwise
                ? new Return(Reaction.toBothSignaturesRefused(status(second)), second.words(), habit.kind(), false)
                : new Return(reaction(second), second.words(), other, true);
    }

    private Outcome post(Claim claim, SigningKey key, SignatureKind kind) {
        var outcome = post(claim, key, form(kind));
        // Fedify verifies the older kind without the query, everybody else with it.
        return kind == SignatureKind.CAVAGE && claim.inbox().getRawQuery() != null && status(outcome) == UNAUTHORIZED
                ? post(claim, key, SignatureForm.CAVAGE_WITHOUT_QUERY)
                : outcome;
    }

    private Outcome post(Claim claim, SigningKey key, SignatureForm form) {
        return client.post(new Post(
                claim.inbox(),
                ActivityStreams.MEDIA_TYPE,
                claim.document(),
                request -> signer.sign(request, key, form)));
    }

    private Reaction reaction(Outcome outcome) {
        return Reaction.to(outcome, clock.instant());
    }

    /** Servers that do not know RFC 9421 answer it with 400 or fall over. */
    private static boolean mayBeTheSignature(Outcome outcome) {
        return status(outcome) == 400 || status(outcome) >= 500;
    }

    private static int status(Outcome outcome) {
        return outcome instanceof Answered answer ? answer.status() : 0;
    }

    private static SignatureForm form(SignatureKind kind) {
        return switch (kind) {
            case CAVAGE -> SignatureForm.CAVAGE;
            case RFC9421 -> SignatureForm.RFC9421;
        };
    }

    private LocalActor sender(Claim claim) {
        return switch (actors.find(claim.sender())) {
            case ActorLookup.Known(var actor) -> actor;
            case ActorLookup.Gone(var actor, var _) -> actor;
            case ActorLookup.Unknown() -> throw new IllegalStateException("nobody has the id " + claim.sender());
        };
    }
}
