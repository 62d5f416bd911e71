// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.time.InstantSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

import live.tributary.node.broadcast.Broadcasts;
import live.tributary.node.broadcast.StreamKeys;
import live.tributary.node.kernel.ConditionalOnFeature;
import live.tributary.transcoder.PipelineOptions;
import live.tributary.transcoder.Transcoder;

/** Wires the way from an encoder into a live window. */
@AutoConfiguration
@ConditionalOnFeature("studio")
@EnableConfigurationProperties(StudioProperties.class)
public final class StudioAutoConfiguration {

    @Bean
    LiveStreams liveStreams() {
        return new LiveStreams();
    }

    @Bean
    RefusedTries refusedTries() {
        return new RefusedTries();
    }

    @Bean
    Encoders encoders(LiveStreams streams, RefusedTries tries, InstantSource clock) {
        return new Encoders(streams, tries, clock);
    }

    @Bean
    Transcoder transcoder(StudioProperties properties) {
        return new Transcoder(PipelineOptions.defaults().withPartTarget(properties.partTarget()));
    }

    @Bean
    Timers studioTimers() {
        return new Timers();
    }

    @Bean
    OnAir onAir(
            LiveStreams streams,
            Transcoder transcoder,
            Broadcasts broadcasts,
            RefusedTries refusedTries,
            StudioProperties properties,
            Timers timers,
            InstantSource clock) {
        return new OnAir(streams, transcoder, broadcasts, refusedTries, properties, timers, clock);
    }

    @Bean
    BroadcastFacts broadcastFacts(LiveStreams streams, OnAir onAir, Timers timers) {
        return new BroadcastFacts(streams, onAir, timers);
    }

    @Bean
    RtmpPort rtmpPort(
            StreamKeys keys,
            RefusedTries refusedTries,
            OnAir onAir,
            LiveStreams streams,
            Broadcasts broadcasts,
            StudioProperties properties,
            Timers timers,
            InstantSource clock) {
        var gate = new PublishGate(keys, onAir, refusedTries, timers::execute, clock);
        return new RtmpPort(gate, onAir, streams, broadcasts, properties, timers);
    }
}
