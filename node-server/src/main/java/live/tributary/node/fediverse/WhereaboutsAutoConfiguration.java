// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

import live.tributary.node.kernel.ConditionalOnFeature;

/** Wires what is there on every node, on the fediverse or not. */
@AutoConfiguration
@ConditionalOnFeature("fediverse")
public final class WhereaboutsAutoConfiguration {

    @Bean
    Whereabouts fediverseWhereabouts(Environment environment) {
        return new Whereabouts(environment);
    }
}
