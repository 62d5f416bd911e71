// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

import live.tributary.node.kernel.ConditionalOnFeature;
import live.tributary.node.travel.Hosting;
import live.tributary.node.travel.Sendings;
import live.tributary.node.travel.TravelSourceAutoConfiguration;
import live.tributary.web.page.Frame;

/** Wires the studio's page about hand-offs. */
@AutoConfiguration(after = {TravelSourceAutoConfiguration.class, StudioPagesAutoConfiguration.class})
@ConditionalOnWebApplication
@ConditionalOnFeature("studio")
@ConditionalOnBean(Hosting.class)
public final class DownstreamPagesAutoConfiguration {

    @Bean
    Frame.Part downstreamPart() {
        return Frame.Part.DOWNSTREAM;
    }

    @Bean
    DownstreamController downstreamController(Hosting hosting, Sendings sendings, Studio studio) {
        return new DownstreamController(hosting, sendings, new DownstreamPages(hosting, sendings), studio);
    }
}
