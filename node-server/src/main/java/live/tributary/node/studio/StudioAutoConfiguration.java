// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.net.InetSocketAddress;
import java.time.InstantSource;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

import live.tributary.ingest.rtmp.Rtmps;
import live.tributary.node.broadcast.Broadcasts;
import live.tributary.node.broadcast.StreamKeys;
import live.tributary.node.health.HealthMetrics;
import live.tributary.node.health.HealthRecords;
import live.tributary.node.kernel.ConditionalOnFeature;
import live.tributary.node.kernel.DataDirectory;
import live.tributary.node.kernel.OpenFiles;
import live.tributary.transcoder.PipelineOptions;
import live.tributary.transcoder.Transcoder;
import live.tributary.transcoder.ffmpeg.SoundMeterOptions;
import live.tributary.transcoder.ffmpeg.SoundMeters;
import live.tributary.transcoder.hls.WindowOptions;
import live.tributary.transcoder.hls.store.LiveFolder;
import live.tributary.transcoder.hls.store.StoreLimits;

/** Wires the way from an encoder into a live window. */
@AutoConfiguration
@ConditionalOnFeature("studio")
@EnableConfigurationProperties({StudioProperties.class, LadderProperties.class, DvrProperties.class})
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
    LiveFolder liveFolder(DataDirectory data, DvrProperties properties) {
        var limits = StoreLimits.defaults()
                .withReservedBytes(properties.diskReserve().toBytes());
        return LiveFolder.at(data.resolve("live"), limits);
    }

    @Bean
    MediaProgram mediaProgram(DataDirectory data) {
        return new MediaProgram(data.resolve("native"));
    }

    @Bean
    NodeLadders nodeLadders(MediaProgram program, DataDirectory data, LadderProperties properties) {
        return NodeLadders.open(program, data.resolve("encoders"), properties);
    }

    @Bean
    Transcoder transcoder(StudioProperties properties, DvrProperties dvr, LiveFolder folder, NodeLadders ladders) {
        var window =
                WindowOptions.defaults().withListed(dvr.length(), dvr.size().toBytes());
        var options = PipelineOptions.defaults()
                .withPartTarget(properties.partTarget())
                .withWindow(window)
                .withWindowBytes(StreamRoom.limitBytes(properties.windowMemory()));
        return new Transcoder(options, ladders::of, folder);
    }

    @Bean
    MeterBinder windowFileMetrics(LiveFolder folder) {
        return registry -> {
            FunctionCounter.builder("tributary.studio.window.write.failures", folder, LiveFolder::failures)
                    .register(registry);
            Gauge.builder("tributary.studio.disk.short", folder, each -> each.isShortOfSpace() ? 1 : 0)
                    .register(registry);
        };
    }

    @Bean
    CrashRecovery crashRecovery(Broadcasts broadcasts, OnAir onAir, OffAir offAir, Transcoder transcoder) {
        return new CrashRecovery(broadcasts, onAir, offAir, transcoder);
    }

    @Bean
    Timers studioTimers() {
        return new Timers();
    }

    @Bean
    PreviewKeeper previewKeeper(
            StudioProperties properties, MediaProgram program, DataDirectory data, Timers timers, InstantSource clock) {
        var painter = new FfmpegPainter(program, data.resolve("preview"));
        return new PreviewKeeper(painter, properties.previewInterval(), timers, clock);
    }

    @Bean
    SoundMeters soundMeters(StudioProperties properties, MediaProgram program, DataDirectory data) {
        var options = SoundMeterOptions.in(data.resolve("sound"), properties.loudnessStreams());
        return new SoundMeters(program::find, options);
    }

    @Bean
    ChannelLocks channelLocks() {
        return new ChannelLocks();
    }

    @Bean
    OffAir offAir(
            LiveStreams streams,
            ChannelLocks locks,
            Broadcasts broadcasts,
            HealthRecords records,
            StudioProperties properties,
            Timers timers,
            InstantSource clock) {
        var endings = new Endings(broadcasts, records);
        return new OffAir(streams, locks, endings, properties.afterglow(), timers, clock);
    }

    @Bean
    OnAir onAir(
            LiveStreams streams,
            ChannelLocks locks,
            Transcoder transcoder,
            Broadcasts broadcasts,
            OffAir offAir,
            HealthMetrics metrics,
            RefusedTries refusedTries,
            StudioProperties properties,
            Timers timers,
            PreviewKeeper previews,
            SoundMeters meters,
            InstantSource clock) {
        return new OnAir(
                streams,
                locks,
                transcoder,
                broadcasts,
                offAir,
                metrics,
                refusedTries,
                properties,
                timers,
                previews,
                meters,
                clock);
    }

    @Bean
    HealthWatch healthWatch(LiveStreams streams, SoundMeters meters, Timers timers, InstantSource clock) {
        return HealthWatch.start(streams, meters::rest, timers, clock);
    }

    @Bean
    RememberedKeys rememberedKeys(LiveStreams streams) {
        return new RememberedKeys(streams);
    }

    @Bean
    BroadcastFacts broadcastFacts(LiveStreams streams, OffAir offAir, RememberedKeys remembered, Timers timers) {
        return new BroadcastFacts(streams, offAir, remembered, timers);
    }

    /** On where browsers are served over HTTPS, with the same certificate. */
    @Bean
    Rtmps rtmps(Environment environment, SslBundles bundles, StudioProperties properties) {
        var bundle = environment.getProperty("server.ssl.bundle", "");
        var address = new InetSocketAddress(properties.rtmpAddress(), properties.rtmpsPort());
        return bundle.isEmpty() ? new Rtmps.Off() : new Rtmps.On(address, new NodeCertificate(bundles, bundle));
    }

    @Bean
    FileHandles fileHandles(Timers timers) {
        var handles = new FileHandles(OpenFiles.ofProcess());
        timers.every(FileHandles.BETWEEN_LOOKS, handles::look);
        return handles;
    }

    @Bean
    StreamRoom streamRoom(
            LiveStreams streams, Transcoder transcoder, FileHandles handles, StudioProperties properties) {
        return new StreamRoom(streams, transcoder::windowBytes, handles, properties.windowMemory());
    }

    @Bean
    StudioMetrics studioMetrics(Transcoder transcoder, StreamRoom room) {
        return new StudioMetrics(transcoder, room);
    }

    @Bean
    PublishGate publishGate(
            StreamKeys keys,
            RememberedKeys remembered,
            OnAir onAir,
            OffAir offAir,
            StreamRoom room,
            RefusedTries refusedTries,
            Timers timers,
            InstantSource clock) {
        return new PublishGate(keys, remembered, onAir, offAir, room, refusedTries, timers::execute, clock);
    }

    @Bean
    RtmpPort rtmpPort(
            PublishGate gate,
            Rtmps rtmps,
            OffAir offAir,
            LiveStreams streams,
            Broadcasts broadcasts,
            StudioProperties properties,
            Timers timers) {
        return new RtmpPort(gate, rtmps, offAir, streams, broadcasts, properties, timers);
    }
}
