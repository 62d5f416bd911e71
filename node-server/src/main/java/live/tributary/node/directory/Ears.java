// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;

import live.tributary.federation.http.Origins;
import live.tributary.federation.vocab.Invite;
import live.tributary.federation.vocab.Reject;
import live.tributary.node.domains.DomainSuspended;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.following.Followings;
import live.tributary.node.inbox.ActorBlocked;
import live.tributary.node.inbox.ActorChanged;
import live.tributary.node.inbox.ActorLeft;
import live.tributary.node.inbox.ActorSpoke;
import live.tributary.node.inbox.Domains;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.TokenBuckets;

/** Hears who wants to be listed, and who no more. In the transaction in which the inbox notes it as done. */
final class Ears {

    /** So often the teams of one domain may ask in an hour: each makes this node fetch, and answer. */
    static final int MOST_INVITES_PER_HOUR = 60;

    /** It is kept until it is answered, and sent back with the answer. Ours have some 600 letters. */
    static final int LONGEST_INVITE = 16 * 1024;

    private final TokenBuckets pace =
            new TokenBuckets(MOST_INVITES_PER_HOUR, MOST_INVITES_PER_HOUR, Duration.ofHours(1), System::nanoTime);
    private final GroupStore groups;
    private final GroupLook look;
    private final Settling settling;
    private final Followings followings;
    private final Addresses addresses;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Ears(
            GroupStore groups,
            GroupLook look,
            Settling settling,
            Followings followings,
            Addresses addresses,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.groups = groups;
        this.look = look;
        this.settling = settling;
        this.followings = followings;
        this.addresses = addresses;
        this.events = events;
        this.clock = clock;
    }

    /** There is a document to read. */
    record Heard() {}

    @EventListener
    void on(ActorSpoke spoke) {
        var activity = spoke.activity();
        if (activity instanceof Invite invite
                && invite.target().filter(look.names()::contains).isPresent()) {
            invited(invite, spoke.at());
        } else if (activity instanceof Reject(var envelope, var object)) {
            object.id().filter(this::isOurs).ifPresent(rejected -> rejected(envelope.actor(), rejected, spoke.at()));
        }
    }

    /** Who does not want to be heard is not listed. Who says no to something else of this server may have changed their mind. */
    private void rejected(URI team, URI rejected, Instant at) {
        if (followings.asked(Actor.SYSTEM, team, rejected)) {
            settling.withdraw(team);
        } else {
            readAgain(team, at);
        }
    }

    @EventListener
    void on(ActorBlocked blocked) {
        if (look.names().contains(blocked.blocked())) {
            settling.withdraw(blocked.actor());
        }
    }

    @EventListener
    void on(ActorChanged changed) {
        readAgain(changed.actor(), clock.instant());
    }

    @EventListener
    void on(ActorLeft left) {
        settling.withdraw(left.actor());
    }

    @EventListener
    void on(DomainSuspended suspended) {
        groups.hosts().stream()
                .filter(suspended::covers)
                .flatMap(host -> groups.ofHost(host).stream())
                .forEach(settling::withdraw);
    }

    private void invited(Invite invite, Instant at) {
        var team = invite.envelope().actor();
        var host = GroupLook.host(team);
        if (host.isEmpty() || look.isUnwelcome(team) || !pace.tryTake(Domains.of(host.get()))) {
            return;
        }
        var document = invite.envelope().document().toString();
        if (document.length() > LONGEST_INVITE) {
            return;
        }
        groups.invited(team, host.get(), document, at);
        events.publishEvent(new Heard());
    }

    private void readAgain(URI team, Instant at) {
        if (groups.lookAt(team, at)) {
            events.publishEvent(new Heard());
        }
    }

    private boolean isOurs(URI address) {
        return Origins.same(address, URI.create(addresses.origin()));
    }
}
