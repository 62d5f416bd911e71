// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import live.tributary.federation.http.Budget;
import live.tributary.federation.vocab.RemoteActor;
import live.tributary.federation.webfinger.Handle;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;

/** Who those elsewhere are, as far as it is known here; asks others only where it says so. Safe for any thread that may block. */
public final class People {

    private final KnownActorStore store;
    private final NameStore names;
    private final KnownActors actors;

    People(KnownActorStore store, NameStore names, KnownActors actors) {
        this.store = store;
        this.names = names;
        this.actors = actors;
    }

    /**
     * Remembers who somebody is.
     *
     * @param actor the node itself
     * @param person as they were just fetched from their own address
     */
    public void meet(Actor actor, RemoteActor person) {
        require(actor);
        actors.remember(person);
    }

    /** Whether their server was asked who they are. */
    public boolean knows(URI id) {
        return store.find(id).isPresent();
    }

    /** What their server said of them; their address alone, where nothing is known. */
    public Somebody find(URI id) {
        return names.find(id).orElseGet(() -> new Somebody(id, KnownActors.host(id), "", "", id));
    }

    /** Where they take what is for them alone; empty where nobody of this address was met. */
    public Optional<URI> inboxOf(URI id) {
        return store.find(id).map(KnownActor::inbox);
    }

    /** Who has this name, as their server confirmed; empty where nobody of that name was met, or several. */
    public Optional<URI> named(Handle handle) {
        return theOne(names.named(handle.toString()));
    }

    /** Whose address, or whose page, this is; empty where nobody of that address was met, or several. */
    public Optional<URI> at(URI address) {
        var found = store.at(address, KnownActors.host(address));
        return found.contains(address) ? Optional.of(address) : theOne(found);
    }

    /**
     * The same as their server says it now, which is asked and remembered; empty where it names nobody. Never within a
     * transaction.
     *
     * @param actor the node itself
     */
    public Optional<URI> ask(Actor actor, URI address) {
        require(actor);
        return actors.at(address, Budget.ofOneActivity()) instanceof Acquaintance.Known(var found)
                ? Optional.of(found.id())
                : Optional.empty();
    }

    private static void require(Actor actor) {
        if (!(actor instanceof Actor.NodeItself)) {
            throw new NotAllowedException(actor, "remember somebody of another server");
        }
    }

    private static Optional<URI> theOne(List<URI> found) {
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
