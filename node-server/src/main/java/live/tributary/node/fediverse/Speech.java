// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

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

    void say(ActorId sender, Verb verb, Subject subject, Hearers hearers, DeliveryClass urgency) {
        say(sender, verb, subject, hearers, urgency, Duration.ZERO);
    }

    /** @param pause to let it rest, so that what is changed again is told once */
    void say(ActorId sender, Verb verb, Subject subject, Hearers hearers, DeliveryClass urgency, Duration pause) {
        Instant now = clock.instant();
        store.add(new Saying(UuidV7.at(now), sender, verb, subject, hearers, urgency, now), now.plus(pause));
        events.publishEvent(new SomethingSaid());
    }
}
