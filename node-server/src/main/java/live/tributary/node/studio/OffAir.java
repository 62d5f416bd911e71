// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.ingest.rtmp.CloseReason;
import live.tributary.node.broadcast.EndReason;
import live.tributary.node.kernel.BroadcastId;
import live.tributary.node.kernel.ChannelId;
import live.tributary.node.kernel.StreamKeyId;
import live.tributary.node.studio.LiveStream.Publisher;

/**
 * The end of broadcasts: when nobody came back, when a member or a moderator ends one, when a key is revoked, a pipeline
 * dies, or the node stops. Like the turns before it, an end may ask the database, so it belongs on a virtual thread.
 */
final class OffAir {

    private static final Logger log = LoggerFactory.getLogger(OffAir.class);
    private static final Duration LONGEST_LEAVE = Duration.ofSeconds(5);

    private final LiveStreams streams;
    private final ChannelLocks locks;
    private final Endings endings;
    private final Duration afterglow;
    private final Timers timers;
    private final InstantSource clock;
    /** The node stops: what is open stays open for the one that comes after it. */
    private volatile boolean leaving;

    /** @param afterglow how long viewers find the last playlists */
    OffAir(
            LiveStreams streams,
            ChannelLocks locks,
            Endings endings,
            Duration afterglow,
            Timers timers,
            InstantSource clock) {
        this.streams = streams;
        this.locks = locks;
        this.endings = endings;
        this.afterglow = afterglow;
        this.timers = timers;
        this.clock = clock;
    }

    /**
     * The broadcast is over: viewers are told at once, the database then. Both before the next publisher may open a
     * broadcast, which would else be this one. Does nothing the second time.
     */
    void end(LiveStream stream, CloseReason why, EndReason reason) {
        synchronized (locks.of(stream.channel())) {
            if (stream.open() && !leaving) {
                endNow(stream, why);
                endings.write(stream, reason);
            }
        }
    }

    /** Writes an end that the database did not take; to be called before the channel goes on air again. */
    void catchUp(ChannelId channel) {
        endings.catchUp(channel);
    }

    private void endNow(LiveStream stream, CloseReason why) {
        stream.state(new StreamState.Ended(clock.instant()));
        stream.health().ended(clock.instant());
        if (stream.publisher() instanceof Publisher.Here(var connection)) {
            connection.close(why);
        }
        stream.publisher(new Publisher.Away());
        stream.pipeline().end();
        stream.sound().close();
        timers.after(afterglow, () -> forget(stream));
        log.info("broadcast ended channel={} broadcast={} why={}", stream.channel(), stream.broadcast(), why);
    }

    /** The pipeline died. The encoder is told to connect again, which opens a new broadcast. */
    void failed(ChannelId channel, BroadcastId broadcast) {
        streams.find(channel)
                .filter(stream -> stream.broadcast().equals(broadcast))
                .ifPresent(stream -> end(stream, CloseReason.FAULT, EndReason.NODE_FAULT));
    }

    /** The key of a running stream is worth nothing any more. */
    void cut(StreamKeyId key, ChannelId channel) {
        streams.find(channel)
                .filter(stream -> stream.publisher() instanceof Publisher.Here(var connection)
                        && connection.key().equals(key))
                .ifPresent(stream -> end(stream, CloseReason.KEY_REVOKED, EndReason.KEY_REVOKED));
    }

    private void forget(LiveStream stream) {
        if (streams.remove(stream)) {
            stream.pipeline().close();
        }
    }

    /**
     * The node stops. What viewers could see stays open: the node that comes after this one goes on with it, as after a
     * crash, and viewers are answered until the web server stops. The rest ends.
     */
    void leaveAll() {
        var all = streams.all();
        all.stream()
                .filter(stream -> !wasSeen(stream.state()))
                .forEach(stream -> end(stream, CloseReason.SHUTTING_DOWN, EndReason.NODE_STOPPED));
        leaving = true;
        all.forEach(stream -> stream.sound().close());
        var safe = all.stream()
                .filter(LiveStream::open)
                .map(stream -> stream.pipeline()
                        .leave()
                        .thenRun(() -> log.info(
                                "broadcast left open channel={} broadcast={}", stream.channel(), stream.broadcast())))
                .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(safe)
                    .orTimeout(LONGEST_LEAVE.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException slow) {
            log.warn("not every window is safe on disk: {}", slow.toString());
        }
    }

    private static boolean wasSeen(StreamState state) {
        return switch (state) {
            case StreamState.Live _ -> true;
            case StreamState.Lost(var _, var before) -> wasSeen(before);
            case StreamState.Connecting _, StreamState.Ended _ -> false;
        };
    }

    /** Nobody looks any more: the memory of all windows is given back. */
    void forgetAll() {
        streams.all().forEach(this::forget);
    }
}
