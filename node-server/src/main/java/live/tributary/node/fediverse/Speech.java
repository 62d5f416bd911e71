// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;

import live.tributary.federation.delivery.DeliveryClass;
import live.tributary.node.kernel.UuidV7;

/**
 * Notes what our actors say, in the caller's transaction. Words and addressees are found later, by {@link FanOut}:
 * whoever goes live must not wait for followers.
 */
final class Speech {

    private final SayingStore store;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Speech(SayingStore store, ApplicationEventPublisher events, InstantSource clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /** There is something to put into words. Published inside the transaction. */
    record SomethingSaid() {}

    UUID say(ActorId sender, Verb verb, Subject subject, Hearers hearers, DeliveryClass urgency) {
        return say(sender, verb, subject, hearers, urgency, Duration.ZERO);
    }

    /**
     * Notes something.
     *
     * @param pause to let it rest, so that what is changed again is told once
     * @return the id of the activity
     */
    UUID say(ActorId sender, Verb verb, Subject subject, Hearers hearers, DeliveryClass urgency, Duration pause) {
        Instant now = clock.instant();
        var id = UuidV7.at(now);
        store.add(new Saying(id, sender, verb, subject, hearers, urgency, now), now.plus(pause));
        events.publishEvent(new SomethingSaid());
        return id;
    }
}
