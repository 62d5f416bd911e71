// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.net.URI;

import live.tributary.federation.http.Budget;
import live.tributary.federation.http.GuardedClient;
import live.tributary.federation.http.Outcome;
import live.tributary.federation.nodeinfo.NodeInfoClient;
import live.tributary.federation.signature.Origin;
import live.tributary.federation.vocab.RemoteActor;
import live.tributary.federation.webfinger.Handle;
import live.tributary.federation.webfinger.LookUp;
import live.tributary.federation.webfinger.WebFingerClient;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.inbox.Originals;

/**
 * Finds who is meant by what somebody typed. Asks elsewhere, as far as one budget goes; blocks, so never within a transaction.
 * Any thread.
 */
public final class Finder {

    private final WebFingerClient webFinger;
    private final NodeInfoClient nodeInfo;
    private final Acquaintances acquaintances;
    private final String scheme;

    Finder(WebFingerClient webFinger, NodeInfoClient nodeInfo, Acquaintances acquaintances, Addresses ours) {
        this.webFinger = webFinger;
        this.nodeInfo = nodeInfo;
        this.acquaintances = acquaintances;
        this.scheme = Origin.of(URI.create(ours.origin())).map(Origin::scheme).orElse("https");
    }

    /** For whoever looks for somebody without following them. */
    public static Finder over(GuardedClient client, Originals originals, DomainPolicies policies, Addresses ours) {
        return new Finder(
                new WebFingerClient(client, URI.create(ours.origin())),
                new NodeInfoClient(client),
                new Acquaintances(originals, policies, ours),
                ours);
    }

    /** What came of it. */
    public sealed interface Finding {

        /** As their own server says. */
        record Somebody(RemoteActor actor) implements Finding {}

        record Nobody(Asked.Why why) implements Finding {}
    }

    /**
     * Looks for somebody.
     *
     * @param text a handle, the address of an actor, or that of a server
     */
    public Finding find(String text) {
        var budget = Budget.ofOneWish();
        return Typed.parse(text, scheme)
                .map(typed -> find(typed, budget))
                .orElseGet(() -> nobody(Asked.Why.NO_ADDRESS));
    }

    private Finding find(Typed typed, Budget budget) {
        return switch (typed) {
            case Typed.Name(var handle) -> named(handle, budget);
            case Typed.Address(var address) -> at(address, budget);
            case Typed.Server(var root) -> server(root, budget);
        };
    }

    private Finding named(Handle handle, Budget budget) {
        var root = URI.create("%s://%s/".formatted(scheme, handle.host()));
        if (acquaintances.isShunned(root)) {
            return shunned(root);
        }
        return switch (webFinger.find(handle, budget)) {
            case LookUp.Found(var _, var actor, var _) -> at(actor, budget);
            case LookUp.Nobody _, LookUp.Contradiction _ -> nobody(Asked.Why.NOBODY);
            case LookUp.NoAnswer(var _, var outcome) -> nobody(trouble(outcome));
        };
    }

    private Finding at(URI address, Budget budget) {
        if (acquaintances.isShunned(address)) {
            return shunned(address);
        }
        return switch (acquaintances.at(address, budget)) {
            case Acquaintances.Meeting.With(var actor) -> new Finding.Somebody(actor);
            case Acquaintances.Meeting.Gone(), Acquaintances.Meeting.Missing(), Acquaintances.Meeting.WithNobody() ->
                nobody(Asked.Why.NOBODY);
            case Acquaintances.Meeting.NotNow() -> nobody(Asked.Why.SILENT);
        };
    }

    /**
     * PeerTube and we say by NodeInfo who it is (FEP-2677), others by WebFinger (FEP-d556); Owncast names its one account there,
     * and is asked for that first: WebFinger would send the question on to other places, and the budget is small.
     */
    private Finding server(URI root, Budget budget) {
        if (acquaintances.isShunned(root)) {
            return shunned(root);
        }
        return nodeInfo.application(root, budget)
                .map(actor -> at(actor, budget))
                .or(() -> nodeInfo.account(root, budget)
                        .flatMap(name -> Handle.parse(name + "@" + root.getRawAuthority()))
                        .map(handle -> named(handle, budget)))
                .or(() -> webFinger.server(root, budget).map(actor -> at(actor, budget)))
                .orElseGet(() -> nobody(Asked.Why.NO_ACTOR_OF_ITS_OWN));
    }

    private Finding shunned(URI address) {
        return nobody(acquaintances.isOurs(address) ? Asked.Why.OURS : Asked.Why.BLOCKED);
    }

    private static Asked.Why trouble(Outcome outcome) {
        return switch (outcome) {
            case Outcome.NotResolvable _, Outcome.Refused _ -> Asked.Why.NO_SERVER;
            case Outcome.Answered _ -> Asked.Why.NOBODY;
            case Outcome.TimedOut _, Outcome.TooLarge _, Outcome.Broken _ -> Asked.Why.SILENT;
        };
    }

    private static Finding nobody(Asked.Why why) {
        return new Finding.Nobody(why);
    }
}
