// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.InstantSource;

import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.delivery.DeliveryClass;

/** Lets those that keep lists know that what is on air still is. */
final class Heartbeats {

    /** Of one round: more follow in the next. */
    private static final int MOST_AT_ONCE = 100;

    private final VideoStore videos;
    private final Speech speech;
    private final Pulse pulse;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    Heartbeats(VideoStore videos, Speech speech, Pulse pulse, TransactionOperations transactions, InstantSource clock) {
        this.videos = videos;
        this.speech = speech;
        this.pulse = pulse;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whatever is due now. */
    void beat() {
        transactions.executeWithoutResult(
                _ -> videos.heartbeatsDue(clock.instant(), MOST_AT_ONCE).forEach(this::beat));
    }

    private void beat(AnnouncedVideo video) {
        var now = clock.instant();
        videos.beat(video.id(), pulse.believedUntil(now), pulse.next(now));
        speech.say(
                video.group(),
                Verb.OFFER,
                new Subject.OfVideo(video.id()),
                Hearers.of(Hearers.Which.PROGRAMS, video.group()),
                DeliveryClass.HEARTBEAT);
    }
}
