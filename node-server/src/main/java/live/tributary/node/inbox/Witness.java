// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;

import live.tributary.federation.http.Budget;
import live.tributary.federation.http.Origins;
import live.tributary.federation.proof.EddsaJcs2022;
import live.tributary.federation.proof.ProofClaim;
import live.tributary.federation.proof.ProofReading;
import live.tributary.federation.proof.ProofVerdict;
import live.tributary.federation.remote.AtOnce;
import live.tributary.federation.remote.KeyLookUp;
import live.tributary.federation.remote.RemoteKey;
import live.tributary.federation.remote.RemoteKeys;
import live.tributary.federation.signature.Refused;
import live.tributary.federation.signature.SignatureClaim;
import live.tributary.federation.signature.Verdict;
import live.tributary.federation.vocab.Activity;
import live.tributary.federation.vocab.Create;
import live.tributary.federation.vocab.Delete;
import live.tributary.federation.vocab.Update;
import live.tributary.node.kernel.TokenBuckets;

/**
 * Says who stands for an activity: the key with which the request is signed, and a proof inside where somebody else signed it.
 * That both are of one server is not enough.
 */
final class Witness {

    /** Whoever says that somebody is gone makes us ask: not more often for one of them. */
    private static final Duration BETWEEN_FAREWELLS = Duration.ofMinutes(5);

    /** So many servers are asked at once whether somebody left, and so many of these for one source of requests. */
    private static final int MOST_ASKED = 8;

    private static final int MOST_ASKED_OF_ONE = 2;

    private final RemoteKeys keys;
    private final KnownActors actors;
    private final InstantSource clock;
    private final TokenBuckets farewells;
    private final TokenBuckets dearFarewells;
    private final AtOnce asked = new AtOnce(MOST_ASKED, MOST_ASKED_OF_ONE);

    Witness(RemoteKeys keys, KnownActors actors, InstantSource clock, LongSupplier nanoTime) {
        this.keys = keys;
        this.actors = actors;
        this.clock = clock;
        this.farewells = new TokenBuckets(1, 1, BETWEEN_FAREWELLS, nanoTime);
        this.dearFarewells = new TokenBuckets(1, 1, BETWEEN_FAREWELLS, nanoTime);
    }

    /** What somebody says of an activity. */
    sealed interface Testimony {

        /**
         * Somebody stands for it.
         *
         * @param signer whose key signed the request
         */
        record Given(URI signer, Trust trust) implements Testimony {}

        record None(String because) implements Testimony {}

        /** Whether somebody does cannot be asked now. */
        record NotNow(String because) implements Testimony {}
    }

    /** Whether the request is signed with the key that it names, whatever it says. */
    boolean isSigned(SignatureClaim claim, String source, Budget budget) {
        return keys.find(claim.keyId(), source, budget) instanceof KeyLookUp.Found(var key)
                && (fits(claim, key)
                        || (keys.findAgain(claim.keyId(), source, budget) instanceof KeyLookUp.Found(var newer)
                                && fits(claim, newer)));
    }

    /** Whether what seems to say so is worth the work of reading it, though no key was found; it counts then. */
    boolean mayHaveLeft(URI actor) {
        return dearFarewells.tryTake(actor.toString());
    }

    private static boolean fits(SignatureClaim claim, RemoteKey key) {
        return claim.verify(key.key()) instanceof Verdict.Verified;
    }

    Testimony examine(Legibility.Legible text, SignatureClaim claim, String source, Budget budget) {
        return switch (keys.find(claim.keyId(), source, budget)) {
            case KeyLookUp.Found(var key) -> examine(text, claim, key, source, budget);
            case KeyLookUp.NotFound(var keyId, var why) ->
                // Nobody signed it: its actor is gone, and whether it said so itself is not known.
                isFarewell(text.activity(), keyId, source, budget)
                        ? new Testimony.Given(text.activity().envelope().actor(), Trust.PASSED_ON)
                        : new Testimony.None("no key %s was found: %s".formatted(keyId, why));
            case KeyLookUp.TooOften(var keyId) ->
                new Testimony.None("the key %s is not asked for again so soon".formatted(keyId));
            case KeyLookUp.NoRoom(var keyId) -> new Testimony.NotNow(noRoom(keyId));
        };
    }

    /** The key of an account that is deleted cannot be had any more; its own server says that it is gone. */
    private boolean isFarewell(Activity activity, URI keyId, String source, Budget budget) {
        var actor = activity.envelope().actor();
        return activity instanceof Delete(var _, var object)
                && object.id().filter(actor::equals).isPresent()
                && Origins.same(keyId, actor)
                && farewells.tryTake(actor.toString())
                && asked.tryRun(source, () -> actors.ask(actor, budget))
                        .filter(Acquaintance.Gone.class::isInstance)
                        .isPresent();
    }

    private static String noRoom(URI keyId) {
        return "too many others are asked for keys while %s is needed".formatted(keyId);
    }

    private Testimony examine(
            Legibility.Legible text, SignatureClaim claim, RemoteKey key, String source, Budget budget) {
        return switch (claim.verify(key.key())) {
            case Verdict.Verified _ -> ofSigner(text, key.owner(), source, budget);
            case Refused refused -> withNewerKey(text, claim, refused.words(), source, budget);
        };
    }

    /** Keys are changed now and then, and the name stays. */
    private Testimony withNewerKey(
            Legibility.Legible text, SignatureClaim claim, String because, String source, Budget budget) {
        return switch (keys.findAgain(claim.keyId(), source, budget)) {
            case KeyLookUp.Found(var key) when fits(claim, key) -> ofSigner(text, key.owner(), source, budget);
            case KeyLookUp.NoRoom(var keyId) -> new Testimony.NotNow(noRoom(keyId));
            case KeyLookUp.Found _, KeyLookUp.NotFound _, KeyLookUp.TooOften _ -> new Testimony.None(because);
        };
    }

    private Testimony ofSigner(Legibility.Legible text, URI signer, String source, Budget budget) {
        var activity = text.activity();
        var actor = activity.envelope().actor();
        if (signer.equals(actor) || isProven(text, source, budget)) {
            return new Testimony.Given(signer, Trust.SIGNED);
        }
        // What it is about can be looked at where it is from.
        return activity instanceof Create || activity instanceof Update || activity instanceof Delete
                ? new Testimony.Given(signer, Trust.PASSED_ON)
                : new Testimony.None("%s signed what %s is said to have done".formatted(signer, actor));
    }

    private boolean isProven(Legibility.Legible text, String source, Budget budget) {
        var actor = text.activity().envelope().actor();
        return EddsaJcs2022.read(text.asReceived(), clock.instant()) instanceof ProofReading.Claimed(var proof)
                && isProvenBy(actor, proof, source, budget);
    }

    private boolean isProvenBy(URI actor, ProofClaim proof, String source, Budget budget) {
        return keys.find(proof.verificationMethod(), source, budget) instanceof KeyLookUp.Found(var key)
                && key.owner().equals(actor)
                && proof.verify(key.key()) instanceof ProofVerdict.Proven;
    }
}
