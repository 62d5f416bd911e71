// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.stills;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

import live.tributary.node.kernel.DataDirectory;
import live.tributary.node.studio.LiveStreams;

/** Wires stills; on a node that takes no streams in, there are only those of before. */
@AutoConfiguration
public final class StillsAutoConfiguration {

    /** Broadcasts whose last still is kept: some twenty megabytes. */
    static final int MOST_KEPT = 200;

    /** Pictures in memory, each broadcast having two: some six megabytes. */
    static final int MOST_FRAMED = 64;

    @Bean
    Stills stills(ObjectProvider<LiveStreams> streams, DataDirectory data) {
        return new Stills(
                streams.getIfAvailable(LiveStreams::none),
                new StillFolder(data.resolve("stills"), MOST_KEPT),
                new FramedStills(MOST_FRAMED));
    }

    @Bean
    LastStills lastStills(Stills stills) {
        return new LastStills(stills);
    }
}
