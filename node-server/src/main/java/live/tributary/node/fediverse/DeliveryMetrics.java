// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import io.micrometer.core.instrument.MeterRegistry;

import live.tributary.federation.delivery.Reaction;

/** What a node graphs of its deliveries. Never a label for a host: their number has no bound. Any thread. */
final class DeliveryMetrics {

    private static final String NAME = "tributary.fediverse.deliveries";

    private final MeterRegistry registry;

    DeliveryMetrics(MeterRegistry registry, DeliveryStore store) {
        this.registry = registry;
        registry.gauge("tributary.fediverse.queued", store, DeliveryStore::queued);
    }

    void settled(Reaction reaction) {
        registry.counter(NAME, "result", result(reaction)).increment();
    }

    private static String result(Reaction reaction) {
        return switch (reaction) {
            case Reaction.Arrived _ -> "arrived";
            case Reaction.TryAgain _, Reaction.AskForTheActor _ -> "failed";
            case Reaction.GiveUp _, Reaction.SignOtherwise _, Reaction.StayAway _ -> "refused";
        };
    }
}
