// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.vouches;

import java.net.URI;
import java.time.InstantSource;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;

import live.tributary.federation.http.Origins;
import live.tributary.federation.vocab.ActorLink;
import live.tributary.federation.vocab.Add;
import live.tributary.federation.vocab.Remove;
import live.tributary.node.directory.TeamGone;
import live.tributary.node.directory.TeamRead;
import live.tributary.node.inbox.ActorSpoke;
import live.tributary.node.inbox.Domains;
import live.tributary.node.removals.AppealAnswered;
import live.tributary.node.removals.Step;
import live.tributary.node.removals.TeamRemoved;

/** Hears where vouches are to be read, and whose count no more. In the transaction of whoever says so. */
final class VouchEars {

    private final VouchStore store;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    VouchEars(VouchStore store, ApplicationEventPublisher events, InstantSource clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /** There is a collection to read. */
    record Heard() {}

    /** Who names no collection any more vouches for nobody. */
    @EventListener
    void on(TeamRead read) {
        var team = read.team();
        team.link(ActorLink.VOUCHES)
                .filter(collection -> Origins.same(collection, team.id()))
                .ifPresentOrElse(
                        collection -> readSoon(team.id(), collection), () -> store.forget(team.id(), clock.instant()));
    }

    private void readSoon(URI team, URI collection) {
        store.readSoon(team, Domains.of(team.getHost()), collection, clock.instant());
        events.publishEvent(new Heard());
    }

    @EventListener
    void on(TeamGone gone) {
        store.forget(gone.team(), clock.instant());
    }

    /** A hint: what counts is what stands at the team's own address. */
    @EventListener
    void on(ActorSpoke spoke) {
        switch (spoke.activity()) {
            case Add(var envelope, var _, var _) -> readAgain(envelope.actor());
            case Remove(var envelope, var _, var _) -> readAgain(envelope.actor());
            default -> {}
        }
    }

    private void readAgain(URI team) {
        if (store.readAgain(team, clock.instant())) {
            events.publishEvent(new Heard());
        }
    }

    @EventListener
    void on(TeamRemoved removed) {
        var removal = removed.removal();
        if (removal.fraud()) {
            store.deceived(
                    removal.subject().id(),
                    removal.at().minus(Counting.LIABLE),
                    removal.at().plus(Counting.SUSPENDED));
        }
    }

    @EventListener
    void on(AppealAnswered answered) {
        var removal = answered.removal();
        if (removal.fraud() && removal.standing() == Step.Kind.PUT_BACK) {
            store.cleared(removal.subject().id());
        }
    }
}
