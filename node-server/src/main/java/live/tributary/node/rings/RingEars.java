// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;

import live.tributary.federation.vocab.Accept;
import live.tributary.federation.vocab.Add;
import live.tributary.federation.vocab.Announce;
import live.tributary.federation.vocab.Block;
import live.tributary.federation.vocab.Create;
import live.tributary.federation.vocab.Delete;
import live.tributary.federation.vocab.Dislike;
import live.tributary.federation.vocab.Flag;
import live.tributary.federation.vocab.Follow;
import live.tributary.federation.vocab.Invite;
import live.tributary.federation.vocab.Join;
import live.tributary.federation.vocab.Leave;
import live.tributary.federation.vocab.Like;
import live.tributary.federation.vocab.Move;
import live.tributary.federation.vocab.Offer;
import live.tributary.federation.vocab.Other;
import live.tributary.federation.vocab.Reference;
import live.tributary.federation.vocab.Reject;
import live.tributary.federation.vocab.Remove;
import live.tributary.federation.vocab.Travel;
import live.tributary.federation.vocab.Undo;
import live.tributary.federation.vocab.Update;
import live.tributary.federation.vocab.View;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.inbox.ActorChanged;
import live.tributary.node.inbox.ActorLeft;
import live.tributary.node.inbox.ActorSpoke;

/**
 * Hears what is said about rings, each only from whom it concerns: what a ring says of itself is a hint to read it again. In the
 * transaction in which the inbox notes it as done.
 */
final class RingEars {

    private final RingStore rings;
    private final MemberStore members;
    private final SeatStore seats;
    private final Chair chair;
    private final RingDoor door;
    private final RingPolls polls;
    private final Addresses addresses;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    RingEars(
            RingStore rings,
            MemberStore members,
            SeatStore seats,
            Chair chair,
            RingDoor door,
            RingPolls polls,
            Addresses addresses,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.rings = rings;
        this.members = members;
        this.seats = seats;
        this.chair = chair;
        this.door = door;
        this.polls = polls;
        this.addresses = addresses;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(ActorSpoke spoke) {
        var actor = spoke.activity().envelope().actor();
        switch (spoke.activity()) {
            case Join join -> door.asked(actor, join);
            case Leave(var _, var ring) -> ring.id().ifPresent(left -> lookAt(actor, left));
            case Invite invite -> door.invited(actor, invite, spoke.at());
            case Accept(var _, var object) -> {
                answered(actor, object, true, "");
                polls.voted(actor, object, true);
            }
            case Reject reject -> {
                answered(actor, reject.object(), false, reject.reason());
                polls.voted(actor, reject.object(), false);
            }
            case Announce(var _, var object) -> polls.announced(actor, object);
            case Add(var _, var object, var _) -> listChanged(actor, object);
            case Remove(var _, var object, var target) -> removed(actor, object, target);
            case Follow _,
                    Undo _,
                    Create _,
                    Update _,
                    Delete _,
                    Like _,
                    Dislike _,
                    View _,
                    Offer _,
                    Flag _,
                    Block _ -> {}
            case Move _, Travel _, Other _ -> {}
        }
    }

    /** They say other things of themselves: perhaps which rings they are in. */
    @EventListener
    void on(ActorChanged changed) {
        readAgain(changed.actor());
    }

    @EventListener
    void on(ActorLeft left) {
        readAgain(left.actor());
    }

    private void readAgain(URI actor) {
        boolean member = members.lookAt(actor, clock.instant());
        boolean ring = rings.lookAt(actor, clock.instant());
        if (member || ring) {
            events.publishEvent(new WorkFound());
        }
    }

    /** Whether it is so stands in their own document. */
    private void lookAt(URI member, URI ring) {
        if (rings.find(ring).filter(Ring::hosted).isPresent()) {
            polls.close(ring, member);
            readAgain(member);
        }
    }

    /** The ring answers one of our teams, or tells its members what it has answered another. */
    private void answered(URI ring, Reference object, boolean yes, String reason) {
        object.id().ifPresent(join -> {
            seats.in(ring).stream()
                    .filter(seat -> addresses.activity(seat.join()).equals(join))
                    .forEach(seat -> answered(seat, yes, reason));
            polls.answered(ring, join);
        });
    }

    private void answered(RingSeat seat, boolean yes, String reason) {
        if (yes) {
            readAgain(seat.ring());
        } else if (seat.state() == RingSeat.State.ASKED) {
            seats.put(seat.now(RingSeat.State.REFUSED, reason, clock.instant()));
            events.publishEvent(new RingsChanged());
        }
    }

    /** False where it is no ring elsewhere that is known here. */
    private boolean listChanged(URI actor, Reference object) {
        boolean isRing = rings.lookAt(actor, clock.instant());
        if (isRing) {
            object.id().ifPresent(member -> {
                polls.close(actor, member);
                members.lookAt(member, clock.instant());
            });
            events.publishEvent(new WorkFound());
        }
        return isRing;
    }

    /** A ring has lost somebody, or a member of one of ours wants somebody to go. */
    private void removed(URI actor, Reference object, URI target) {
        if (!listChanged(actor, object)) {
            object.id()
                    .ifPresent(member -> ringOf(target)
                            .flatMap(chair::hosted)
                            .ifPresent(ring -> chair.wantsGone(ring, member, actor)));
        }
    }

    /** The ring of ours that has this list of members. */
    private Optional<URI> ringOf(URI members) {
        var text = members.toString();
        return text.endsWith("/members")
                ? Optional.of(URI.create(text.substring(0, text.length() - "/members".length())))
                : Optional.empty();
    }
}
