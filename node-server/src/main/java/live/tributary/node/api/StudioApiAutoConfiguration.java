// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.api;

import java.time.InstantSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

import live.tributary.node.broadcast.Broadcasts;
import live.tributary.node.broadcast.Channels;
import live.tributary.node.broadcast.StreamKeys;
import live.tributary.node.health.HealthRecords;
import live.tributary.node.inbox.ViewersElsewhere;
import live.tributary.node.kernel.ConditionalOnFeature;
import live.tributary.node.studio.Encoders;
import live.tributary.node.studio.LiveStreams;
import live.tributary.node.studio.RtmpPort;

/** Wires the part of the API for those who stream. */
@AutoConfiguration
@ConditionalOnWebApplication
@ConditionalOnFeature("studio")
public final class StudioApiAutoConfiguration {

    @Bean
    Directed directed(Channels channels) {
        return new Directed(channels);
    }

    @Bean
    StudioChannelController studioChannelController(
            Directed directed,
            Broadcasts broadcasts,
            LiveStreams streams,
            Encoders encoders,
            HealthRecords records,
            ObjectProvider<ViewersElsewhere> elsewhere,
            InstantSource clock) {
        return new StudioChannelController(
                directed,
                broadcasts,
                streams,
                encoders,
                records,
                elsewhere.getIfAvailable(() -> ViewersElsewhere.NONE),
                clock);
    }

    @Bean
    KeyController keyController(Directed directed, StreamKeys keys, RtmpPort port) {
        return new KeyController(directed, keys, port);
    }
}
