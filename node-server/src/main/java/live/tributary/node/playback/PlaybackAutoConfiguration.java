// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.time.Duration;
import java.time.InstantSource;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

import live.tributary.node.gate.FrontRoute;
import live.tributary.node.health.Playbacks;
import live.tributary.node.kernel.ChannelId;
import live.tributary.node.kernel.ConditionalOnFeature;
import live.tributary.node.studio.LiveStream;
import live.tributary.node.studio.LiveStreams;

/** Wires the way from a live window to viewers. */
@AutoConfiguration
@ConditionalOnFeature(value = "playback", needs = "studio")
@EnableConfigurationProperties(PlaybackProperties.class)
public final class PlaybackAutoConfiguration {

    @Bean
    LiveWindows liveWindows(LiveStreams streams) {
        return channel -> ChannelId.parse(channel).flatMap(streams::find).map(LiveStream::window);
    }

    @Bean
    LivePreviews livePreviews(LiveStreams streams, InstantSource clock) {
        return channel ->
                ChannelId.parse(channel).flatMap(streams::find).flatMap(stream -> stream.pictureFor(clock.instant()));
    }

    @Bean
    PlayerReports playerReports(LiveStreams streams) {
        return (channel, report) -> ChannelId.parse(channel)
                .flatMap(streams::find)
                .filter(LiveStream::open)
                .ifPresent(stream -> count(report, stream.health().playbacks()));
    }

    private static void count(Cmcd report, Playbacks playbacks) {
        playbacks.requested(report.starved(), report.hurried());
        if (report.bufferMillis() != Cmcd.NOT_SAID) {
            playbacks.buffered(Duration.ofMillis(report.bufferMillis()));
        }
    }

    @Bean
    PlaybackMetrics playbackMetrics(MeterRegistry registry) {
        return new PlaybackMetrics(registry);
    }

    @Bean
    WaitingRooms waitingRooms(PlaybackProperties properties, PlaybackMetrics metrics) {
        return new WaitingRooms(properties, metrics);
    }

    @Bean
    LastCall lastCall(WaitingRooms rooms) {
        return new LastCall(rooms);
    }

    @Bean
    FrontRoute mediaRoutes(
            LiveWindows windows,
            LivePreviews previews,
            PlayerReports reports,
            WaitingRooms rooms,
            PlaybackProperties properties,
            PlaybackMetrics metrics,
            InstantSource clock) {
        return new MediaRoutes(windows, previews, reports, rooms, properties, metrics, clock);
    }
}
