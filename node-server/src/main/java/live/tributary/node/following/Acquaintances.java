// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.net.URI;
import java.util.Optional;

import live.tributary.federation.http.Budget;
import live.tributary.federation.http.Origins;
import live.tributary.federation.vocab.ActorReader;
import live.tributary.federation.vocab.RemoteActor;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.inbox.Originals;
import live.tributary.node.inbox.Originals.Original;

/** Asks actors elsewhere who they are; never those of this node, and never where the operator wants nothing from. Blocks. */
final class Acquaintances {

    private final Originals originals;
    private final DomainPolicies policies;
    private final Addresses ours;

    Acquaintances(Originals originals, DomainPolicies policies, Addresses ours) {
        this.originals = originals;
        this.policies = policies;
        this.ours = ours;
    }

    /** What came of it. */
    sealed interface Meeting {

        /** Somebody whom one can write to. */
        record With(RemoteActor actor) implements Meeting {}

        /** They are deleted, for good. */
        record Gone() implements Meeting {}

        /** Nothing is there. Of one who was there before, that may be a mistake of their server. */
        record Missing() implements Meeting {}

        /** There is something else, or nobody. */
        record WithNobody() implements Meeting {}

        /** Nobody answered. */
        record NotNow() implements Meeting {}
    }

    /** @param address of the actor, or one that leads to it on its own server */
    Meeting at(URI address, Budget budget) {
        if (isShunned(address)) {
            return new Meeting.WithNobody();
        }
        return switch (originals.at(address, budget)) {
            case Original.There(var document) ->
                ActorReader.read(document)
                        .filter(actor -> Origins.same(actor.inbox(), actor.id()) && !isShunned(actor.id()))
                        .<Meeting>map(Meeting.With::new)
                        .orElseGet(Meeting.WithNobody::new);
            case Original.Gone() -> new Meeting.Gone();
            case Original.Missing() -> new Meeting.Missing();
            case Original.Unfit _ -> new Meeting.WithNobody();
            case Original.NotNow _ -> new Meeting.NotNow();
        };
    }

    /** Whether nothing of it is wanted here. */
    boolean isShunned(URI address) {
        return isOurs(address) || isBlocked(address);
    }

    boolean isBlocked(URI address) {
        return Optional.ofNullable(address.getHost())
                .filter(host -> !policies.standing(host).suspended())
                .isEmpty();
    }

    boolean isOurs(URI address) {
        return Origins.same(address, URI.create(ours.origin()));
    }

    /** As ActivityStreams writes it. */
    static String kind(RemoteActor actor) {
        return switch (actor.type()) {
            case PERSON -> "Person";
            case GROUP -> "Group";
            case APPLICATION -> "Application";
            case SERVICE -> "Service";
            case ORGANIZATION -> "Organization";
        };
    }
}
