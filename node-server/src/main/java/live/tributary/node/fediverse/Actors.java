// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.Handle;
import live.tributary.node.kernel.MemberId;
import live.tributary.node.kernel.TeamId;

/** Who speaks for this node. Safe for any thread that may block. */
public final class Actors {

    /** So many actors may want one name. */
    private static final int MOST_OF_ONE_NAME = 1000;

    private final ActorStore store;
    private final InstantSource clock;

    Actors(ActorStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    public ActorLookup find(ActorId id) {
        return store.find(id);
    }

    /** The team that speaks by this id; empty where that is somebody else, or nobody any more. */
    public Optional<LocalActor.Group> findGroup(ActorId id) {
        return store.find(id) instanceof ActorLookup.Known(LocalActor.Group group)
                ? Optional.of(group)
                : Optional.empty();
    }

    public ActorLookup find(ActorName name) {
        return store.find(name);
    }

    /** The node's own actor; made at the node's first start. */
    public Optional<LocalActor.Application> node() {
        return store.node();
    }

    /** The team as others follow it. */
    public Optional<LocalActor.Group> group(TeamId team) {
        return store.group(team);
    }

    /** The Groups of all teams, in the order in which they were made. */
    public List<LocalActor.Group> groups() {
        return store.groups();
    }

    /** The owner of the team's Group. */
    public Optional<LocalActor.Steward> steward(TeamId team) {
        return store.steward(team);
    }

    /** The member as others follow it, also of one who has left. */
    public Optional<LocalActor.Person> person(MemberId member) {
        return store.person(member);
    }

    /**
     * Makes the actor of a new ring.
     *
     * @param actor the node itself: whoever founds it was looked at before
     * @param slug by which people know it on this node
     */
    public LocalActor.Ring foundRing(Actor actor, String slug) {
        Deeds.require(actor, "found a ring");
        var id = ActorId.random();
        return ensure(
                () -> store.find(id) instanceof ActorLookup.Known(LocalActor.Ring ring)
                        ? Optional.of(ring)
                        : Optional.empty(),
                ActorName.ofRing(slug),
                name -> new LocalActor.Ring(id, name, clock.instant()));
    }

    LocalActor.Application ensureNode() {
        return ensure(
                store::node, ActorName.NODE, name -> new LocalActor.Application(ActorId.NODE, name, clock.instant()));
    }

    /** The team's Group; its steward is made with it. */
    LocalActor.Group ensureGroup(TeamId team, Handle handle) {
        var id = ActorId.random();
        var group = ensure(
                () -> store.group(team),
                ActorName.of(handle),
                name -> new LocalActor.Group(id, name, team, clock.instant()));
        ensure(
                () -> store.steward(team),
                group.name().steward(),
                name -> new LocalActor.Steward(group.id().steward(), name, team, clock.instant()));
        return group;
    }

    LocalActor.Person ensurePerson(MemberId member, Handle handle) {
        var id = ActorId.random();
        return ensure(
                () -> store.person(member),
                ActorName.of(handle),
                name -> new LocalActor.Person(id, name, member, clock.instant()));
    }

    /** Its address is answered with 410 from now on, and nobody else ever gets it. */
    void retire(ActorId id) {
        store.markGone(id, clock.instant());
    }

    /** Takes the first name of the series that is free. Of two callers at once, one finds what the other made. */
    private <A extends LocalActor> A ensure(Supplier<Optional<A>> find, ActorName wish, Function<ActorName, A> make) {
        return find.get()
                .orElseGet(() -> IntStream.rangeClosed(1, MOST_OF_ONE_NAME)
                        .mapToObj(number -> tryToAdd(find, make.apply(wish.numbered(number))))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no name is left like " + wish)));
    }

    private <A extends LocalActor> Optional<A> tryToAdd(Supplier<Optional<A>> find, A actor) {
        return store.add(actor) ? Optional.of(actor) : find.get();
    }
}
