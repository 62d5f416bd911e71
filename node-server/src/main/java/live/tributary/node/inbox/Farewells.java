// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.time.InstantSource;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;

import live.tributary.node.domains.DomainSuspended;
import live.tributary.node.fediverse.Deliveries;
import live.tributary.node.fediverse.Followers;
import live.tributary.node.kernel.Actor;

/** Forgets who is gone, and whole hosts that are suspended. Takes part in the caller's transaction. */
final class Farewells {

    private final KnownActorStore actors;
    private final TieStore ties;
    private final ReplyStore replies;
    private final RecentKeys keys;
    private final InboxStore inbox;
    private final Followers followers;
    private final Deliveries deliveries;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Farewells(
            KnownActorStore actors,
            TieStore ties,
            ReplyStore replies,
            RecentKeys keys,
            InboxStore inbox,
            Followers followers,
            Deliveries deliveries,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.actors = actors;
        this.ties = ties;
        this.replies = replies;
        this.keys = keys;
        this.inbox = inbox;
        this.followers = followers;
        this.deliveries = deliveries;
        this.events = events;
        this.clock = clock;
    }

    /** Whatever comes from there later, and was sent before, is for nobody. */
    String to(URI actor, String host) {
        forget(actor);
        actors.markGone(actor, host, clock.instant());
        events.publishEvent(new ActorLeft(actor));
        return "the actor is gone, and all that was kept of them";
    }

    @EventListener
    void on(DomainSuspended suspended) {
        actors.hosts().stream()
                .filter(host -> suspended.covers(withoutPort(host)))
                .forEach(this::forgetHost);
        followers.hosts().stream()
                .filter(host -> suspended.covers(withoutPort(host)))
                .forEach(this::forgetFollowersOf);
    }

    private void forgetFollowersOf(String host) {
        followers.removeHost(Actor.SYSTEM, host);
        deliveries.drop(Actor.SYSTEM, host);
    }

    private void forgetHost(String host) {
        actors.of(host).forEach(actor -> {
            forget(actor);
            actors.remove(actor);
        });
        inbox.dropOf(host);
    }

    private void forget(URI actor) {
        ties.removeAll(actor);
        replies.removeAll(actor);
        keys.removeOf(actor);
        followers.removeEverywhere(Actor.SYSTEM, actor);
    }

    private static String withoutPort(String host) {
        return host.replaceFirst(":[0-9]+$", "");
    }
}
