// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.http.Budget;
import live.tributary.federation.http.Origins;
import live.tributary.federation.jsonld.PlainJson;
import live.tributary.federation.jsonld.PlainReading;
import live.tributary.federation.proof.EddsaJcs2022;
import live.tributary.federation.proof.ProofClaim;
import live.tributary.federation.proof.ProofReading;
import live.tributary.federation.proof.ProofVerdict;
import live.tributary.federation.remote.KeyLookUp;
import live.tributary.federation.remote.RemoteDocuments;
import live.tributary.federation.remote.RemoteKeys;
import live.tributary.federation.remote.Retrieval;
import live.tributary.federation.vocab.ActorLink;
import live.tributary.federation.vocab.ActorReader;
import live.tributary.federation.vocab.ActorType;
import live.tributary.federation.vocab.RemoteActor;
import live.tributary.federation.vocab.RingRoll;
import live.tributary.federation.vocab.RingRollReader;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.inbox.Originals;
import live.tributary.node.inbox.Originals.Original;

/** Reads rings at their own address, and believes a list of members only with the ring's proof. Asks there; no transaction. */
final class RingLook {

    /** What is fetched for rings is counted together. */
    private static final String SOURCE = "rings";

    private final Originals originals;
    private final RemoteDocuments documents;
    private final PlainJson plain;
    private final RemoteKeys keys;
    private final DomainPolicies policies;
    private final InstantSource clock;

    RingLook(
            Originals originals,
            RemoteDocuments documents,
            PlainJson plain,
            RemoteKeys keys,
            DomainPolicies policies,
            InstantSource clock) {
        this.originals = originals;
        this.documents = documents;
        this.plain = plain;
        this.keys = keys;
        this.policies = policies;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Reading {

        /**
         * A ring.
         *
         * @param signed the list of members as it was received, with its proof
         */
        record There(RemoteActor actor, RingRoll roll, String signed) implements Reading {}

        /** There is none, or nobody answers, or it does not prove what it says: what was known stays. */
        record Not(String because) implements Reading {}
    }

    Reading read(URI ring) {
        if (isShunned(ring)) {
            return new Reading.Not("its server is blocked here");
        }
        var budget = Budget.ofOneActivity();
        return switch (originals.at(ring, budget)) {
            case Original.There(var document) ->
                actor(document).map(actor -> read(actor, budget)).orElseGet(() -> new Reading.Not("it is no ring"));
            case Original.Gone(), Original.Missing() -> new Reading.Not("there is nothing");
            case Original.Unfit(var because) -> new Reading.Not(because);
            case Original.NotNow(var because) -> new Reading.Not(because);
        };
    }

    private static Optional<RemoteActor> actor(ObjectNode document) {
        return ActorReader.read(document).filter(RingLook::isRing);
    }

    /** Whether somebody found elsewhere is a ring. */
    static boolean isRing(RemoteActor actor) {
        return actor.type() == ActorType.SERVICE
                && Origins.same(actor.inbox(), actor.id())
                && actor.link(ActorLink.MEMBERS)
                        .filter(members -> Origins.same(members, actor.id()))
                        .isPresent();
    }

    /** Where people read it. Nobody is sent to a third server by a ring, but to its members. */
    static URI page(RemoteActor ring) {
        return ring.link(ActorLink.PAGE)
                .filter(page -> Origins.same(page, ring.id()))
                .orElse(ring.id());
    }

    /** The ring that it goes on with: it says one, and what else it says is not read. */
    static Set<URI> former(RemoteActor ring) {
        return ring.alsoKnownAs().stream().limit(1).collect(Collectors.toSet());
    }

    boolean isShunned(URI address) {
        return Optional.ofNullable(address.getHost())
                .filter(host -> !policies.standing(host).suspended())
                .isEmpty();
    }

    private Reading read(RemoteActor actor, Budget budget) {
        return switch (documents.fetch(actor.link(ActorLink.MEMBERS).orElseThrow(), budget)) {
            case Retrieval.Fetched(var _, var received) -> read(actor, received, budget);
            case Retrieval.Gone _, Retrieval.Missing _ -> new Reading.Not("it has no list of members");
            case Retrieval.Untrusted untrusted -> new Reading.Not(untrusted.words());
            case Retrieval.Failed failed -> new Reading.Not(failed.words());
        };
    }

    private Reading read(RemoteActor actor, ObjectNode received, Budget budget) {
        if (!(plain.read(received) instanceof PlainReading.Plain(var document))) {
            return new Reading.Not("its list of members is refused");
        }
        var roll = RingRollReader.read(document).filter(read -> read.ring().equals(actor.id()));
        if (roll.isEmpty()) {
            return new Reading.Not("its list of members is none");
        }
        return isProven(actor.id(), received, budget)
                ? new Reading.There(actor, roll.get(), received.toString())
                : new Reading.Not("its list of members lacks its proof");
    }

    private boolean isProven(URI ring, ObjectNode received, Budget budget) {
        return EddsaJcs2022.read(received, clock.instant()) instanceof ProofReading.Claimed(var proof)
                && (isProvenBy(ring, proof, keys.find(proof.verificationMethod(), SOURCE, budget))
                        || isProvenBy(ring, proof, keys.findAgain(proof.verificationMethod(), SOURCE, budget)));
    }

    private static boolean isProvenBy(URI ring, ProofClaim proof, KeyLookUp found) {
        return found instanceof KeyLookUp.Found(var key)
                && key.owner().equals(ring)
                && proof.verify(key.key()) instanceof ProofVerdict.Proven;
    }
}
