// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;

import live.tributary.node.blocks.Blocks;
import live.tributary.node.blocks.Ground;
import live.tributary.node.blocks.Screen;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.inbox.People;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;

/**
 * Who is on air elsewhere, of those who are followed from here. What the operator limits is not shown. Safe for any thread
 * that may block.
 */
public final class LiveElsewhere {

    /** The most that a page shows. */
    static final int MOST_SHOWN = 24;

    /** Of one team, so that nobody fills the page. */
    static final int MOST_OF_ONE = 3;

    /** Of one team, for a directory: how many anybody else has on air takes no place from them. */
    public static final int MOST_FOR_DIRECTORY = 5;

    /** So many are looked through for those that may be shown. */
    private static final int MOST_READ = 200;

    private final StreamStore streams;
    private final OwnSights own;
    private final Followings followings;
    private final People people;
    private final DomainPolicies policies;
    private final Blocks blocks;
    private final InstantSource clock;

    LiveElsewhere(
            StreamStore streams,
            OwnSights own,
            Followings followings,
            People people,
            DomainPolicies policies,
            Blocks blocks,
            InstantSource clock) {
        this.streams = streams;
        this.own = own;
        this.followings = followings;
        this.people = people;
        this.policies = policies;
        this.blocks = blocks;
        this.clock = clock;
    }

    /** With those whom the node or one of its teams follows: what was said lately first, the latest beginning of it first. */
    public List<RemoteStream> all() {
        var now = clock.instant();
        return shown(streams.onAirForEverybody(now, Belief.oldestShown(now), MOST_READ), Screen.NOBODY);
    }

    /**
     * With those whom this one follows, in the same order.
     *
     * @param actor of what a member follows, the member in person; all else is for everybody
     */
    public List<RemoteStream> of(Actor actor, Wisher wisher) {
        if (wisher instanceof Wisher.OfMember && !followings.mayDecide(actor, wisher)) {
            throw new NotAllowedException(actor, "see whom " + wisher + " follows");
        }
        var now = clock.instant();
        return shown(streams.onAir(wisher, now, Belief.oldestShown(now), MOST_READ), screen(wisher));
    }

    /**
     * What is said to be on air with those whom the directory follows, for it to look at by itself: nothing is left out but what
     * is more than {@link #MOST_FOR_DIRECTORY} of one.
     */
    public List<Sight> forDirectory() {
        return own.all();
    }

    /**
     * What is on air with other members of the rings of this node's teams, one of each: what is believed first. What the operator
     * limits is left out.
     */
    public List<RemoteStream> forRings() {
        var now = clock.instant();
        return streams.ownOnAir(new Wisher.OfRings(), now, Belief.oldestShown(now), 1).stream()
                .filter(sight -> !isLimited(sight.id()) && !isLimited(sight.page()))
                .map(this::shown)
                .toList();
    }

    /**
     * All that is said to be on air with those whom the node or one of its teams follows, for whoever looks at it by itself:
     * nothing is left out.
     */
    public List<Sight> said() {
        var now = clock.instant();
        return streams.onAirForEverybody(now, Belief.oldestShown(now), MOST_READ);
    }

    /** A team, and the node, shows nobody whom it keeps out, whoever points at them. */
    private Screen screen(Wisher wisher) {
        return switch (wisher) {
            case Wisher.OfTeam(var team) -> blocks.screen(new Ground.OfTeam(team));
            case Wisher.OfNode _, Wisher.OfDirectory _, Wisher.OfRings _, Wisher.OfMember _ ->
                blocks.screen(new Ground.OfNode());
        };
    }

    private List<RemoteStream> shown(List<Sight> sights, Screen screen) {
        var ofOne = new HashMap<URI, Integer>();
        return sights.stream()
                .filter(sight -> !isLimited(sight.id()) && !isLimited(sight.page()))
                .filter(sight -> !screen.hides(sight.team()) && !screen.hides(sight.id()))
                .filter(sight -> ofOne.merge(sight.team(), 1, Integer::sum) <= MOST_OF_ONE)
                .limit(MOST_SHOWN)
                .map(this::shown)
                .toList();
    }

    private boolean isLimited(URI address) {
        return policies.standing(address.getHost()).limited();
    }

    private RemoteStream shown(Sight sight) {
        return new RemoteStream(
                sight.id(),
                people.find(sight.team()),
                sight.title(),
                sight.page(),
                sight.since(),
                sight.believedUntil().isAfter(clock.instant()));
    }
}
