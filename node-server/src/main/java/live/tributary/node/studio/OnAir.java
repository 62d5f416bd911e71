// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.ingest.rtmp.CloseReason;
import live.tributary.ingest.rtmp.MediaListener;
import live.tributary.ingest.rtmp.PublicationEnd;
import live.tributary.ingest.rtmp.PublishDecision;
import live.tributary.ingest.rtmp.PublishRequest;
import live.tributary.node.broadcast.Broadcast;
import live.tributary.node.broadcast.BroadcastState;
import live.tributary.node.broadcast.Broadcasts;
import live.tributary.node.broadcast.EndReason;
import live.tributary.node.broadcast.KeyLookup;
import live.tributary.node.health.ArrivalMeter;
import live.tributary.node.health.HealthMetrics;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.BroadcastId;
import live.tributary.node.kernel.ChannelId;
import live.tributary.node.studio.LiveStream.Publisher;
import live.tributary.transcoder.BroadcastPipeline;
import live.tributary.transcoder.Transcoder;
import live.tributary.transcoder.ffmpeg.SoundMeters;
import live.tributary.transcoder.hls.FirstNumbers;
import live.tributary.transcoder.hls.store.WindowName;

/**
 * The turns in the life of every broadcast: opened, live, taken over, lost, back; the last one is {@link OffAir}'s. Each
 * turn of a channel waits for the one before it; a turn may ask the database, so all of them run on virtual threads.
 */
final class OnAir {

    private static final Logger log = LoggerFactory.getLogger(OnAir.class);

    private final LiveStreams streams;
    private final ChannelLocks locks;
    private final Transcoder transcoder;
    private final Broadcasts broadcasts;
    private final OffAir offAir;
    private final RefusedTries refusedTries;
    private final StudioProperties properties;
    private final Timers timers;
    private final HealthMetrics metrics;
    private final PreviewKeeper previews;
    private final SoundMeters meters;
    private final InstantSource clock;

    OnAir(
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
        this.streams = streams;
        this.locks = locks;
        this.transcoder = transcoder;
        this.broadcasts = broadcasts;
        this.offAir = offAir;
        this.metrics = metrics;
        this.refusedTries = refusedTries;
        this.properties = properties;
        this.timers = timers;
        this.previews = previews;
        this.meters = meters;
        this.clock = clock;
    }

    /** A publisher with a good key goes on air, and takes the place of the one before it. */
    PublishDecision takeIn(KeyLookup.Valid key, PublishRequest request) {
        synchronized (locks.of(key.channel())) {
            var running = streams.find(key.channel()).filter(LiveStream::open);
            if (running.filter(this::fought).isPresent()) {
                return new PublishDecision.Refused(PublishDecision.Reason.CHANNEL_BUSY, Sentences.TWO_ENCODERS);
            }
            var stream = running.orElseGet(() -> open(key.channel()));
            return new PublishDecision.Accepted(connect(stream, key, request));
        }
    }

    /** Two encoders that take a channel from each other would never stop; one that fell silent may be replaced. */
    private boolean fought(LiveStream stream) {
        return stream.publisher() instanceof Publisher.Here(var connection)
                && !connection.stalled()
                && stream.takeOvers().exhausted(clock.instant());
    }

    private LiveStream open(ChannelId channel) {
        offAir.catchUp(channel);
        var broadcast = broadcasts.open(Actor.SYSTEM, channel);
        var now = clock.instant();
        var earlier = streams.find(channel);
        var first = earlier.map(before -> FirstNumbers.after(before.window(), now))
                .orElseGet(() -> FirstNumbers.fresh(now));
        var ears = ears(broadcast);
        var pipeline = transcoder.open(window(broadcast), first, ears);
        var stream = stream(broadcast, pipeline, ears, now);
        streams.put(stream);
        earlier.ifPresent(before -> before.pipeline().close());
        return stream;
    }

    private LiveStream stream(Broadcast broadcast, BroadcastPipeline pipeline, PipelineEars ears, Instant now) {
        var sound = meters.meter(broadcast.channel().value());
        return new LiveStream(broadcast, pipeline, ears, sound, metrics, now);
    }

    private PipelineEars ears(Broadcast broadcast) {
        var channel = broadcast.channel();
        return new PipelineEars(
                channel,
                () -> timers.execute(() -> wentLive(channel, broadcast.id())),
                () -> remember(channel, RefusedTry.Reason.UNSUPPORTED_CODEC, Sentences.UNSUPPORTED_CODEC),
                () -> timers.execute(() -> offAir.failed(channel, broadcast.id())));
    }

    /** The name under which the window of a broadcast outlives its node. */
    static WindowName window(Broadcast broadcast) {
        return new WindowName(
                broadcast.channel().value(), broadcast.id().value().toString());
    }

    /** What the node before this one left open goes on if its window is still there, and waits as after any lost connection. */
    void goOn(Broadcast broadcast) {
        synchronized (locks.of(broadcast.channel())) {
            var ears = ears(broadcast);
            transcoder.resume(window(broadcast), ears).ifPresent(pipeline -> {
                var now = clock.instant();
                var stream = stream(broadcast, pipeline, ears, now);
                stream.state(new StreamState.Live(broadcast.state() instanceof BroadcastState.Live(var at) ? at : now));
                stream.health().live(now);
                streams.put(stream);
                log.info("broadcast goes on after a restart channel={} broadcast={}", stream.channel(), broadcast.id());
                // It may have died between the first playlist and the database.
                broadcasts.goLive(Actor.SYSTEM, broadcast.id());
                timers.execute(() -> lookAndListen(stream));
                waitForReturn(stream, properties.lostGrace(), EndReason.NODE_STOPPED);
            });
        }
    }

    private MediaListener connect(LiveStream stream, KeyLookup.Valid key, PublishRequest request) {
        var now = clock.instant();
        var session = stream.pipeline().startSession();
        var connection = new Connection(key.key(), request.encoder(), request.publication(), session, now);
        var before = stream.publisher();
        stream.publisher(new Publisher.Here(connection));
        if (before instanceof Publisher.Here(var replaced)) {
            stream.takeOvers().count(now);
            replaced.close(CloseReason.REPLACED);
        }
        var meter = new ArrivalMeter();
        stream.health().connected(now, request.encoder(), request.publication(), meter);
        if (stream.state() instanceof StreamState.Lost(var _, var stoodAs)) {
            stream.state(stoodAs);
        }
        log.info(
                "publisher connected channel={} broadcast={} encoder={}",
                stream.channel(),
                stream.broadcast(),
                request.encoder());
        return new RtmpIntake(
                session,
                stream.preview(),
                stream.sound(),
                meter,
                clock,
                end -> timers.execute(() -> left(stream, connection, end)));
    }

    private void wentLive(ChannelId channel, BroadcastId broadcast) {
        synchronized (locks.of(channel)) {
            streams.find(channel)
                    .filter(stream -> stream.broadcast().equals(broadcast))
                    .ifPresent(stream -> {
                        stream.state(live(stream.state()));
                        stream.health().live(clock.instant());
                    });
        }
        log.info("broadcast live channel={} broadcast={}", channel, broadcast);
        streams.find(channel).ifPresent(stream -> timers.execute(() -> lookAndListen(stream)));
        broadcasts.goLive(Actor.SYSTEM, broadcast);
    }

    /** Viewers have a picture: stills are made of it, and its sound is listened to. */
    private void lookAndListen(LiveStream stream) {
        stream.sound().begin();
        previews.keep(stream);
    }

    private StreamState live(StreamState before) {
        return switch (before) {
            case StreamState.Connecting _ -> new StreamState.Live(clock.instant());
            case StreamState.Lost(var at, var stoodAs) -> new StreamState.Lost(at, live(stoodAs));
            case StreamState.Live _, StreamState.Ended _ -> before;
        };
    }

    private void left(LiveStream stream, Connection connection, PublicationEnd end) {
        synchronized (locks.of(stream.channel())) {
            var replaced = !stream.publisher().equals(new Publisher.Here(connection));
            if (replaced || !stream.open()) {
                return;
            }
            log.info(
                    "publisher left channel={} broadcast={} how={} ({})",
                    stream.channel(),
                    stream.broadcast(),
                    end.kind(),
                    end.description());
            connection.session().end();
            stream.health().left(clock.instant(), end.kind() == PublicationEnd.Kind.CLEAN);
            stream.publisher(new Publisher.Away());
            if (end.kind() == PublicationEnd.Kind.VIOLATION) {
                remember(stream.channel(), RefusedTry.Reason.PROTOCOL_VIOLATION, end.description());
            }
            if (end.kind() == PublicationEnd.Kind.CLEAN) {
                waitForReturn(stream, properties.cleanGrace(), EndReason.PUBLISHER_DONE);
            } else {
                waitForReturn(stream, properties.lostGrace(), EndReason.PUBLISHER_LOST);
            }
        }
    }

    private void remember(ChannelId channel, RefusedTry.Reason reason, String sentence) {
        refusedTries.remember(channel, new RefusedTry(clock.instant(), reason, sentence));
    }

    private void waitForReturn(LiveStream stream, Duration grace, EndReason reason) {
        var lost = new StreamState.Lost(clock.instant(), stream.state());
        stream.state(lost);
        timers.after(grace, () -> {
            // Another loss after a return is another wait: the state says whether this one is still the last.
            if (stream.state().equals(lost)) {
                offAir.end(stream, CloseReason.ENDED, reason);
            }
        });
    }
}
