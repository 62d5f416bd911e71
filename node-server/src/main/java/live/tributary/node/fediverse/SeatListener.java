// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import org.springframework.context.event.EventListener;

import live.tributary.federation.delivery.DeliveryClass;
import live.tributary.node.team.MemberJoined;
import live.tributary.node.team.MemberRemoved;
import live.tributary.node.team.Members;
import live.tributary.node.team.Teams;

/** Gives a new member an actor, and says goodbye for one who left: in the transaction that changed the seat. */
final class SeatListener {

    private final Actors actors;
    private final Teams teams;
    private final Members members;
    private final Speech speech;

    SeatListener(Actors actors, Teams teams, Members members, Speech speech) {
        this.actors = actors;
        this.teams = teams;
        this.members = members;
        this.speech = speech;
    }

    @EventListener
    void on(MemberJoined joined) {
        teams.find(joined.team()).ifPresent(team -> actors.ensureGroup(team.id(), team.handle()));
        members.find(joined.member()).ifPresent(member -> actors.ensurePerson(member.id(), member.handle()));
    }

    @EventListener
    void on(MemberRemoved removed) {
        actors.person(removed.member()).ifPresent(person -> {
            actors.retire(person.id());
            speech.say(
                    person.id(),
                    Verb.DELETE_ACTOR,
                    new Subject.OfItself(),
                    Hearers.followersOf(person.id()),
                    DeliveryClass.NORMAL);
        });
        // It names its members.
        actors.group(removed.team())
                .ifPresent(group -> speech.say(
                        group.id(),
                        Verb.UPDATE_ACTOR,
                        new Subject.OfItself(),
                        Hearers.followersOf(group.id()),
                        DeliveryClass.NORMAL));
    }
}
