// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.URI;
import java.time.InstantSource;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;

import live.tributary.node.kernel.Actor;
import live.tributary.node.removals.AppealAnswered;
import live.tributary.node.removals.Grounds;
import live.tributary.node.removals.Removals;
import live.tributary.node.removals.Subject;

/** Takes teams off the list by its rules, and puts back who was wrongly taken off. Takes part in the caller's transaction. */
final class StrikingOff {

    private final GroupStore groups;
    private final Settling settling;
    private final Removals removals;
    private final RemovalNotices notices;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    StrikingOff(
            GroupStore groups,
            Settling settling,
            Removals removals,
            RemovalNotices notices,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.groups = groups;
        this.settling = settling;
        this.removals = removals;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    /** @param actor the owner of the node */
    Directory.Taken takeOff(Actor actor, URI id, Grounds grounds) {
        return groups.lock(id)
                .map(entry -> takeOff(actor, id, entry, grounds))
                .orElseGet(Directory.Taken.NotThere::new);
    }

    private Directory.Taken takeOff(Actor actor, URI id, GroupStore.Entry entry, Grounds grounds) {
        var subject = new Subject(id, entry.host(), entry.name(), entry.admitted(), entry.invite());
        return switch (removals.remove(actor, subject, grounds)) {
            case Removals.Removed.Done(var removal) -> {
                settling.bar(id, entry, removal);
                yield new Directory.Taken.Off(removal);
            }
            case Removals.Removed.NoSuchRule _ -> new Directory.Taken.NoSuchRule();
            case Removals.Removed.NoReasons _ -> new Directory.Taken.NoReasons();
        };
    }

    /** Who is put back is looked at anew, and its last Invite is answered; whose appeal was turned down is told so. */
    @EventListener
    void on(AppealAnswered answered) {
        var removal = answered.removal();
        switch (removal.standing()) {
            case PUT_BACK -> putBack(removal.subject());
            case UPHELD -> notices.tell(removal, removal.subject().invite());
            case REMOVED, APPEALED -> throw new IllegalStateException("this is no answer: " + removal.standing());
        }
    }

    private void putBack(Subject team) {
        var now = clock.instant();
        if (!team.invite().isEmpty()) {
            groups.invited(team.id(), team.host(), team.invite(), now);
        }
        if (team.admitted()) {
            groups.admitted(team.id(), team.host(), now, now);
        }
        events.publishEvent(new Ears.Heard());
    }
}
