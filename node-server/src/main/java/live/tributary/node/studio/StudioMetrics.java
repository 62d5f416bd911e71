// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.MeterBinder;

import live.tributary.transcoder.Transcoder;

/** What a node graphs of the memory its streams take. */
final class StudioMetrics implements MeterBinder {

    private final Transcoder transcoder;
    private final StreamRoom room;

    StudioMetrics(Transcoder transcoder, StreamRoom room) {
        this.transcoder = transcoder;
        this.room = room;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("tributary.studio.windows", transcoder, Transcoder::windowBytes)
                .baseUnit(BaseUnits.BYTES)
                .register(registry);
        Gauge.builder("tributary.studio.windows.short", transcoder, each -> each.isShortOfMemory() ? 1 : 0)
                .register(registry);
        Gauge.builder("tributary.studio.windows.limit", room, StreamRoom::limitBytes)
                .baseUnit(BaseUnits.BYTES)
                .register(registry);
    }
}
