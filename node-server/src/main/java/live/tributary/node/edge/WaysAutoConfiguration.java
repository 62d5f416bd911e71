// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.inbox.People;
import live.tributary.node.travel.Hosting;
import live.tributary.node.travel.OffAir;
import live.tributary.node.travel.TravelSourceAutoConfiguration;

/** Wires ways from pages of viewers to other teams. */
@AutoConfiguration(after = TravelSourceAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnBean(Hosting.class)
public final class WaysAutoConfiguration {

    @Bean
    Ways ways(Hosting hosting, OffAir offAir, People people, Actors actors, Addresses addresses) {
        return new KnownWays(hosting, offAir, people, actors, addresses);
    }
}
