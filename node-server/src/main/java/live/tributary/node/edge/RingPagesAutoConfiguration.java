// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.RingDocuments;
import live.tributary.node.rings.RingMaps;
import live.tributary.node.rings.RingSeats;
import live.tributary.node.rings.Rings;
import live.tributary.node.rings.RingsAutoConfiguration;
import live.tributary.web.page.Frame;

/** Wires what everybody sees of rings, and what teams do about them. */
@AutoConfiguration(after = {RingsAutoConfiguration.class, StudioPagesAutoConfiguration.class})
@ConditionalOnWebApplication
@ConditionalOnBean({Rings.class, Studio.class})
public final class RingPagesAutoConfiguration {

    @Bean
    Frame.Part ringsPart() {
        return Frame.Part.RINGS;
    }

    @Bean
    RingViews ringViews(Rings rings, RingMaps maps, Addresses addresses) {
        return new RingViews(rings, maps, addresses);
    }

    @Bean
    RingController ringController(Rings rings, RingMaps maps, RingViews views, RingDocuments documents, Frames frames) {
        return new RingController(rings, maps, views, documents, frames);
    }

    @Bean
    RingsController ringsController(Rings rings, RingSeats seats, Studio studio) {
        return new RingsController(rings, seats, new RingsPages(rings, seats), studio);
    }
}
