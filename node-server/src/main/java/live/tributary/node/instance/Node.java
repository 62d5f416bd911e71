// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.instance;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

import live.tributary.node.kernel.AccountId;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.DisplayName;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.kernel.Secret;

/** This node. It belongs to nobody, and does nothing, until the first owner follows the claim link in its log.
 *  <p>Safe for any thread. */
public final class Node {

    private final NodeStore store;
    private final InstanceProperties properties;
    private final InstantSource clock;
    private final ClaimTokens tokens;

    // Once claimed, a node stays claimed: remembered so that a request need not ask the database.
    private volatile boolean claimed;

    Node(NodeStore store, InstanceProperties properties, InstantSource clock) {
        this.store = store;
        this.properties = properties;
        this.clock = clock;
        this.tokens = new ClaimTokens(properties.claimTime(), clock);
    }

    /** False until an owner has taken the node: nothing but the claim works then. */
    public boolean claimed() {
        if (!claimed) {
            claimed = store.owner().isPresent();
        }
        return claimed;
    }

    /** The account that runs this node; empty until it is claimed. */
    public Optional<AccountId> owner() {
        return store.owner();
    }

    /** What the node is called; needs no database. */
    public DisplayName name() {
        return properties.name();
    }

    /** A page of this node as people outside can reach it.
     *  @param path begins with a slash */
    public URI link(String path) {
        return properties.publicAddress().resolve(path);
    }

    /** Makes the link that lets one person take this node, once, for 60 minutes; the one before it ends.
     *  Empty where the node has an owner.
     *  @param actor the node itself */
    public Optional<ClaimLink> issueClaimLink(Actor actor) {
        if (!(actor instanceof Actor.NodeItself)) {
            throw new NotAllowedException(actor, "issue a claim link");
        }
        if (claimed()) {
            return Optional.empty();
        }
        var token = tokens.issue();
        return Optional.of(new ClaimLink(token, link("/claim/" + token.value()), properties.claimTime()));
    }

    /** Whether this token would open the claim now. */
    public boolean accepts(Secret claimToken) {
        return !claimed() && tokens.accepts(claimToken);
    }

    /** Makes the account the owner; false where the token is not the right one or the node has an owner.
     *  <p>Takes part in the caller's transaction: of two claims at once, the second waits for the first and fails.
     *  @param actor anybody: the token is the permission */
    public boolean claim(Actor actor, Secret claimToken, AccountId owner) {
        if (actor instanceof Actor.SignedIn) {
            throw new NotAllowedException(actor, "claim a node");
        }
        return tokens.accepts(claimToken) && store.claim(owner, clock.instant());
    }
}
