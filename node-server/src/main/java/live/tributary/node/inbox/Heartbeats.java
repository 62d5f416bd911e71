// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;

import live.tributary.federation.vocab.Activity;
import live.tributary.federation.vocab.LiveReport;
import live.tributary.federation.vocab.Offer;
import live.tributary.federation.vocab.Reference;

/**
 * Tells what is said every few minutes at once: with ten thousand teams on air, to keep each heartbeat until somebody works on it
 * costs several times what it costs to verify it. Any thread.
 */
final class Heartbeats {

    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Heartbeats(ApplicationEventPublisher events, InstantSource clock) {
        this.events = events;
        this.clock = clock;
    }

    /**
     * False where it is none, and has to be kept.
     *
     * @param signer of the request: what somebody else passes on could be an old one, and nobody remembers these
     */
    boolean tell(Activity activity, URI signer) {
        var heartbeat = signer.equals(activity.envelope().actor()) ? read(activity) : Optional.<HeartbeatCame>empty();
        heartbeat.ifPresent(events::publishEvent);
        return heartbeat.isPresent();
    }

    private Optional<HeartbeatCame> read(Activity activity) {
        return activity instanceof Offer offer && offer.object() instanceof Reference.Link
                ? offer.envelope()
                        .live()
                        .filter(LiveReport::isLive)
                        .map(report -> new HeartbeatCame(offer, report, clock.instant()))
                : Optional.empty();
    }
}
