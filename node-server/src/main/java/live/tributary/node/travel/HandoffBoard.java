// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import live.tributary.node.kernel.ChannelId;

/** The hand-offs that are under way: of each channel the newest. Any thread. */
final class HandoffBoard {

    private final Map<ChannelId, Handoff> current = new ConcurrentHashMap<>();

    void put(Handoff handoff) {
        current.put(handoff.source().channel(), handoff);
    }

    void remove(ChannelId channel) {
        current.remove(channel);
    }

    Optional<Handoff> of(ChannelId channel, Instant now) {
        return Optional.ofNullable(current.get(channel)).filter(handoff -> !handoff.isOver(now));
    }

    List<Handoff> all() {
        return List.copyOf(current.values());
    }

    /** Whose raft is held by this offer. */
    Optional<Handoff> heldBy(URI offer) {
        return all().stream()
                .filter(handoff -> handoff.heldBy(offer).isPresent())
                .findFirst();
    }

    /** Whether a question was asked for one of them. */
    boolean hasAsked(URI offer) {
        return all().stream()
                .anyMatch(handoff -> offer.toString().startsWith(handoff.id().address() + "/"));
    }

    void forget(Instant now) {
        current.values().removeIf(handoff -> handoff.isOver(now));
    }
}
