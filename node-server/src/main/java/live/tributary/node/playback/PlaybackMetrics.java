// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What a node graphs of its viewers. Never a label for a stream: their number has no bound. Any thread. */
final class PlaybackMetrics {

    private final Map<MediaKind, Counter> requests = new EnumMap<>(MediaKind.class);
    private final Map<Refusal, Counter> refusals = new EnumMap<>(Refusal.class);
    private final Counter bytes;
    private final Counter slowViewers;
    private final AtomicInteger held = new AtomicInteger();

    PlaybackMetrics(MeterRegistry registry) {
        for (var kind : MediaKind.values()) {
            requests.put(kind, registry.counter("tributary.playback.requests", "kind", kind.label()));
        }
        for (var refusal : Refusal.values()) {
            var status = Integer.toString(refusal.status());
            refusals.put(refusal, registry.counter("tributary.playback.refusals", "status", status));
        }
        bytes = registry.counter("tributary.playback.bytes");
        slowViewers = registry.counter("tributary.playback.slow.disconnected");
        registry.gauge("tributary.playback.held", held);
    }

    void requested(MediaKind kind) {
        Objects.requireNonNull(requests.get(kind)).increment();
    }

    void refused(Refusal refusal) {
        Objects.requireNonNull(refusals.get(refusal)).increment();
    }

    void answered(int bodyBytes) {
        bytes.increment(bodyBytes);
    }

    void disconnectedSlowViewer() {
        slowViewers.increment();
    }

    /** Requests that wait now. */
    AtomicInteger held() {
        return held;
    }
}
