// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.moving;

import java.net.URI;

import live.tributary.federation.http.Budget;
import live.tributary.federation.http.Outcome;
import live.tributary.federation.remote.RemoteDocuments;
import live.tributary.federation.remote.Retrieval;
import live.tributary.federation.vocab.ActorReader;
import live.tributary.federation.vocab.RemoteActor;
import live.tributary.federation.webfinger.Handle;
import live.tributary.federation.webfinger.LookUp;
import live.tributary.federation.webfinger.WebFingerClient;
import live.tributary.node.domains.DomainPolicies;

/** Accounts on other servers as they are at this moment. Asks there and blocks: never within a transaction. */
final class FarAccounts {

    private final WebFingerClient webFinger;
    private final RemoteDocuments documents;
    private final DomainPolicies policies;

    FarAccounts(WebFingerClient webFinger, RemoteDocuments documents, DomainPolicies policies) {
        this.webFinger = webFinger;
        this.documents = documents;
        this.policies = policies;
    }

    /** What came of asking for an account. */
    sealed interface Finding {

        /**
         * There it is.
         *
         * @param handle as its server writes it
         */
        record Found(Handle handle, RemoteActor actor) implements Finding {}

        record NotFound(Obstacle why) implements Finding {}
    }

    Finding find(Handle handle) {
        if (isBlocked(handle.host())) {
            return new Finding.NotFound(Obstacle.BLOCKED);
        }
        var budget = Budget.ofOneActivity();
        return switch (webFinger.find(handle, budget)) {
            case LookUp.Found(var canonical, var actor, var _) -> fetch(canonical, actor, budget);
            case LookUp.Nobody _, LookUp.Contradiction _ -> new Finding.NotFound(Obstacle.UNKNOWN);
            case LookUp.NoAnswer(var _, var outcome) -> new Finding.NotFound(obstacle(outcome));
        };
    }

    private Finding fetch(Handle handle, URI id, Budget budget) {
        if (id.getHost() == null || isBlocked(id.getHost())) {
            return new Finding.NotFound(Obstacle.BLOCKED);
        }
        return switch (documents.fetch(id, budget)) {
            case Retrieval.Fetched(var _, var document) ->
                ActorReader.read(document)
                        .filter(actor -> actor.id().equals(id))
                        .<Finding>map(actor -> new Finding.Found(handle, actor))
                        .orElseGet(() -> new Finding.NotFound(Obstacle.UNKNOWN));
            case Retrieval.Gone _, Retrieval.Missing _, Retrieval.Untrusted _ -> new Finding.NotFound(Obstacle.UNKNOWN);
            case Retrieval.Failed(var _, var outcome) -> new Finding.NotFound(obstacle(outcome));
        };
    }

    private boolean isBlocked(String authority) {
        return policies.standing(authority.replaceFirst(":\\d+$", "")).suspended();
    }

    private static Obstacle obstacle(Outcome outcome) {
        return switch (outcome) {
            case Outcome.NotResolvable _, Outcome.Refused _ -> Obstacle.NO_SUCH_SERVER;
            case Outcome.Answered _, Outcome.TimedOut _, Outcome.TooLarge _, Outcome.Broken _ -> Obstacle.NO_ANSWER;
        };
    }
}
