// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.Duration;

import org.springframework.context.ApplicationEventPublisher;

import live.tributary.federation.delivery.DeliveryClass;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.team.Members;

/**
 * Tells followers that what our actors say of themselves reads differently now. Safe for any thread that may block; takes
 * part in the caller's transaction.
 */
public final class Profiles {

    /** A change rests for so long: what is changed again is told once. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    private final Actors actors;
    private final Members members;
    private final FollowerStore followers;
    private final SayingStore sayings;
    private final Speech speech;
    private final ApplicationEventPublisher events;

    Profiles(
            Actors actors,
            Members members,
            FollowerStore followers,
            SayingStore sayings,
            Speech speech,
            ApplicationEventPublisher events) {
        this.actors = actors;
        this.members = members;
        this.followers = followers;
        this.sayings = sayings;
        this.speech = speech;
        this.events = events;
    }

    /**
     * Something that holds for a team and all of its members has changed.
     *
     * @param actor the node itself: whoever changed it was looked at before
     */
    public void changed(Actor actor, TeamId team) {
        Deeds.require(actor, "tell of a change");
        actors.group(team).ifPresent(group -> changed(group.id()));
        members.of(team).stream()
                .flatMap(member -> actors.person(member.id()).stream())
                .forEach(person -> changed(person.id()));
    }

    /**
     * Something about one actor has changed.
     *
     * @param actor the node itself: whoever changed it was looked at before
     */
    public void changed(Actor actor, ActorId changed) {
        Deeds.require(actor, "tell of a change");
        changed(changed);
    }

    /**
     * The same, of what must not rest: somebody takes a consent back.
     *
     * @param actor the node itself: whoever changed it was looked at before
     */
    public void changedNow(Actor actor, ActorId changed) {
        Deeds.require(actor, "tell of a change");
        sayings.unsay(Verb.UPDATE_ACTOR, changed);
        changed(changed, Duration.ZERO);
    }

    /**
     * One of our actors is to be followed elsewhere from now on: where, {@link Residences} says.
     *
     * @param actor the node itself: whoever moved it was looked at before
     */
    public void moved(Actor actor, ActorId moved) {
        Deeds.require(actor, "tell of a move");
        speech.say(moved, Verb.MOVE, new Subject.OfItself(), Hearers.followersOf(moved), DeliveryClass.NORMAL);
    }

    /** What waits to be said will say the newest; whoever follows later reads it anyway. */
    void changed(ActorId actor) {
        changed(actor, PAUSE);
    }

    private void changed(ActorId actor, Duration pause) {
        events.publishEvent(new OwnActorChanged(actor));
        if (followers.count(actor, Follower.State.ACCEPTED) > 0 && !sayings.isDue(Verb.UPDATE_ACTOR, actor)) {
            speech.say(
                    actor,
                    Verb.UPDATE_ACTOR,
                    new Subject.OfItself(),
                    Hearers.followersOf(actor),
                    DeliveryClass.NORMAL,
                    pause);
        }
    }
}
