// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import org.springframework.context.event.EventListener;

import live.tributary.federation.delivery.DeliveryClass;
import live.tributary.node.kernel.TeamId;
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
    private final KeyRenewalStore renewals;
    private final Profiles profiles;

    SeatListener(
            Actors actors, Teams teams, Members members, Speech speech, KeyRenewalStore renewals, Profiles profiles) {
        this.actors = actors;
        this.teams = teams;
        this.members = members;
        this.speech = speech;
        this.renewals = renewals;
        this.profiles = profiles;
    }

    @EventListener
    void on(MemberJoined joined) {
        teams.find(joined.team()).ifPresent(team -> actors.ensureGroup(team.id(), team.handle()));
        members.find(joined.member()).ifPresent(member -> actors.ensurePerson(member.id(), member.handle()));
        tellOfNames(joined.team());
    }

    @EventListener
    void on(MemberRemoved removed) {
        actors.person(removed.member()).ifPresent(person -> {
            actors.retire(person.id());
            var lastWords = speech.say(
                    person.id(),
                    Verb.DELETE_ACTOR,
                    new Subject.OfItself(),
                    Hearers.followersOf(person.id()),
                    DeliveryClass.NORMAL);
            renewals.handOver(person.id(), lastWords);
        });
        tellOfNames(removed.team());
    }

    /** A team names those who speak for it. */
    private void tellOfNames(TeamId team) {
        actors.group(team).ifPresent(group -> profiles.changed(group.id()));
    }
}
