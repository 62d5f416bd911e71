// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.api;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

import live.tributary.node.travel.Handoffs;
import live.tributary.node.travel.TravelSourceAutoConfiguration;

/** Wires the part of the API by which pages of viewers are carried on. */
@AutoConfiguration(after = TravelSourceAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnBean(Handoffs.class)
public final class TravelApiAutoConfiguration {

    @Bean
    TravelController travelController(Handoffs handoffs) {
        return new TravelController(handoffs);
    }
}
