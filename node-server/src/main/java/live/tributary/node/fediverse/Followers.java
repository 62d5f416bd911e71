// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import live.tributary.federation.signature.Origin;
import live.tributary.node.kernel.Actor;

/** Who follows our actors from elsewhere. Safe for any thread that may block; takes part in the caller's transaction. */
public final class Followers {

    private final FollowerStore store;
    private final InstantSource clock;

    Followers(FollowerStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    public Optional<Follower> find(ActorId of, URI follower) {
        return store.find(of, follower);
    }

    public int count(ActorId of, Follower.State state) {
        return store.count(of, state);
    }

    /** The latest first. */
    public List<Follower> of(ActorId actor, Follower.State state, int most) {
        return store.of(actor, state, most);
    }

    /**
     * Forgets those on a server, or on one below it, whether they were accepted or not; the latest first.
     *
     * @param actor the node itself, or its owner
     * @param server name in lower case, without a port
     */
    public List<Follower> removeOn(Actor actor, String server, ActorId of) {
        Deeds.require(actor, "remove the followers of a server");
        return store.removeOn(server, of);
    }

    /** Hosts with a follower. */
    public List<String> hosts() {
        return store.hosts();
    }

    /**
     * Remembers a follower, or who asks to be one; one who was known is changed.
     *
     * @param actor the node itself: what strangers ask for was looked at before
     */
    public void put(Actor actor, Follower follower) {
        Deeds.require(actor, "remember followers");
        store.put(follower, host(follower.address()), clock.instant());
    }

    /**
     * Forgets that somebody follows one of our actors; false where it was not known.
     *
     * @param actor the node itself, or its owner
     */
    public boolean remove(Actor actor, ActorId of, URI follower) {
        Deeds.require(actor, "remove a follower");
        return store.remove(of, follower);
    }

    /**
     * Forgets somebody who is gone.
     *
     * @param actor the node itself, or its owner
     */
    public int removeEverywhere(Actor actor, URI follower) {
        Deeds.require(actor, "remove a follower");
        return store.removeEverywhere(follower);
    }

    /**
     * Forgets all followers of a host.
     *
     * @param host with the port where it is not the usual one, in lower case
     * @param actor the node itself, or its owner
     */
    public int removeHost(Actor actor, String host) {
        Deeds.require(actor, "remove the followers of a host");
        return store.removeHost(host);
    }

    private static String host(URI address) {
        return Origin.of(address).map(Origin::authority).orElse("").toLowerCase(Locale.ROOT);
    }
}
