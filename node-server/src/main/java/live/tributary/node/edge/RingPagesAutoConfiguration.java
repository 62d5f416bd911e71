// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.RingDocuments;
import live.tributary.node.rings.RingDeedsAutoConfiguration;
import live.tributary.node.rings.RingFounding;
import live.tributary.node.rings.RingInvitations;
import live.tributary.node.rings.RingMaps;
import live.tributary.node.rings.RingSeats;
import live.tributary.node.rings.RingStewards;
import live.tributary.node.rings.RingSuccession;
import live.tributary.node.rings.RingVotes;
import live.tributary.node.rings.Rings;
import live.tributary.web.page.Frame;

/** Wires what everybody sees of rings, and what teams do about them. */
@AutoConfiguration(after = {RingDeedsAutoConfiguration.class, StudioPagesAutoConfiguration.class})
@ConditionalOnWebApplication
@ConditionalOnBean({RingSeats.class, Studio.class})
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
    RingsDesk ringsDesk(Rings rings, RingSeats seats, RingInvitations invitations, RingVotes votes, Studio studio) {
        return new RingsDesk(new RingsPages(rings, seats, invitations, votes), studio);
    }

    @Bean
    RingsController ringsController(
            RingsDesk desk,
            RingFounding founding,
            RingSuccession succession,
            RingSeats seats,
            RingInvitations invitations,
            RingVotes votes) {
        return new RingsController(desk, founding, succession, seats, invitations, votes);
    }

    @Bean
    RingStewardsController ringStewardsController(RingsDesk desk, RingStewards stewards) {
        return new RingStewardsController(desk, stewards);
    }
}
