// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import tools.jackson.databind.json.JsonMapper;

import live.tributary.federation.vocab.outgoing.AcceptJoin;
import live.tributary.federation.vocab.outgoing.ActivityWriter;
import live.tributary.federation.vocab.outgoing.AddMember;
import live.tributary.federation.vocab.outgoing.AnnounceJoin;
import live.tributary.federation.vocab.outgoing.InviteToRing;
import live.tributary.federation.vocab.outgoing.JoinRing;
import live.tributary.federation.vocab.outgoing.LeaveRing;
import live.tributary.federation.vocab.outgoing.Outgoing;
import live.tributary.federation.vocab.outgoing.RejectJoin;
import live.tributary.federation.vocab.outgoing.RemoveMember;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.LocalActor;
import live.tributary.node.fediverse.Outbox;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.TeamId;

/**
 * What teams and rings of this node say to those elsewhere. Noted in the caller's transaction, sent after it. Nobody writes to
 * their own node.
 */
final class RingLetters {

    private final Outbox outbox;
    private final Addresses addresses;
    private final OwnTeams own;

    RingLetters(Outbox outbox, Addresses addresses, OwnTeams own) {
        this.outbox = outbox;
        this.addresses = addresses;
        this.own = own;
    }

    /** For the activity of a new request. */
    UUID nextId() {
        return outbox.nextId();
    }

    /** A team asks to be taken into a ring elsewhere. */
    void join(RingSeat seat) {
        send(own.group(seat.team()), seat.join(), joined(seat.join(), seat), List.of(seat.inbox()));
    }

    private JoinRing joined(UUID id, RingSeat seat) {
        return new JoinRing(addresses.activity(id), own.address(seat.team()), seat.ring());
    }

    void leave(RingSeat seat) {
        say(
                own.group(seat.team()),
                id -> new LeaveRing(id, own.address(seat.team()), seat.ring()),
                List.of(seat.inbox()));
    }

    /** A member wants somebody in the ring: they hear of it, and so does the ring. */
    void invite(TeamId inviter, Ring ring, RingMember guest) {
        say(
                own.group(inviter),
                id -> new InviteToRing(id, own.address(inviter), guest.address(), ring.actor()),
                List.of(guest.inbox(), ring.inbox()));
    }

    /** A member's vote, for the ring. */
    void vote(TeamId voter, Ring ring, RingApplication about, boolean yes) {
        var join = new JoinRing(about.join(), about.applicant(), ring.actor());
        var from = own.address(voter);
        say(
                own.group(voter),
                id -> yes
                        ? new AcceptJoin(id, from, join, ring.actor())
                        : new RejectJoin(id, from, join, "A member votes against it.", List.of(ring.actor())),
                List.of(ring.inbox()));
    }

    /** A member's wish that another goes, for the ring. */
    void expel(TeamId voter, Ring ring, URI member) {
        say(
                own.group(voter),
                id -> new RemoveMember(id, own.address(voter), ring.actor(), member, List.of(ring.actor())),
                List.of(ring.inbox()));
    }

    /** A ring of this node asks its members. */
    void announce(Ring ring, RingApplication application) {
        var join = new JoinRing(application.join(), application.applicant(), ring.actor());
        say(voice(ring), id -> new AnnounceJoin(id, ring.actor(), join, ring.voters()), inboxes(ring));
    }

    void accept(Ring ring, RingApplication application) {
        var join = new JoinRing(application.join(), application.applicant(), ring.actor());
        say(
                voice(ring),
                id -> new AcceptJoin(id, ring.actor(), join, application.applicant()),
                List.of(application.inbox()));
    }

    /** The members hear of it, too: there is nothing to vote about any more. */
    void reject(Ring ring, RingApplication application, String reason) {
        var join = new JoinRing(application.join(), application.applicant(), ring.actor());
        var told = new LinkedHashSet<URI>(List.of(application.applicant()));
        told.addAll(ring.voters());
        var inboxes = new LinkedHashSet<URI>(List.of(application.inbox()));
        inboxes.addAll(inboxes(ring));
        say(voice(ring), id -> new RejectJoin(id, ring.actor(), join, reason, List.copyOf(told)), inboxes);
    }

    /** The list reads differently, with somebody in it. */
    void added(Ring ring, URI member) {
        say(voice(ring), id -> new AddMember(id, ring.actor(), member, ring.voters()), inboxes(ring));
    }

    /** The list reads differently, without somebody, who hears of it last of all. */
    void removed(Ring left, RingMember gone) {
        var told = new LinkedHashSet<>(left.voters());
        told.add(gone.address());
        var inboxes = new LinkedHashSet<>(inboxes(left));
        if (gone.isTeam()) {
            inboxes.add(gone.inbox());
        }
        say(
                voice(left),
                id -> new RemoveMember(id, left.actor(), left.actor(), gone.address(), List.copyOf(told)),
                inboxes);
    }

    private LocalActor voice(Ring ring) {
        return own.ring(ring.actor())
                .orElseThrow(() -> new IllegalStateException("no ring of this node: " + ring.actor()));
    }

    private static List<URI> inboxes(Ring ring) {
        return ring.teams().stream().map(RingMember::inbox).toList();
    }

    private void say(LocalActor sender, Function<URI, Outgoing> words, Collection<URI> inboxes) {
        var id = outbox.nextId();
        send(sender, id, words.apply(addresses.activity(id)), inboxes);
    }

    private void send(LocalActor sender, UUID id, Outgoing activity, Collection<URI> inboxes) {
        var elsewhere = inboxes.stream()
                .filter(inbox -> !addresses.isOurs(inbox))
                .distinct()
                .toList();
        if (!elsewhere.isEmpty()) {
            var document = JsonMapper.shared().writeValueAsBytes(ActivityWriter.write(activity));
            outbox.send(Actor.SYSTEM, sender, id, document, elsewhere);
        }
    }
}
