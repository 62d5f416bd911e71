// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import live.tributary.node.kernel.ChannelId;
import live.tributary.transcoder.media.TrackConfiguration;

/**
 * Renews the stills of everything on air. On virtual threads. A still that could not be made leaves the one before it.
 */
final class PreviewKeeper {

    /** Pause between two stills that somebody looks at. */
    static final Duration WATCHED_INTERVAL = Duration.ofSeconds(10);

    /** A card asks every ten seconds; who missed two has gone. */
    static final Duration WATCHED_FOR = Duration.ofSeconds(30);

    /** Makes a JPEG of a key frame; blocks while it does. Empty when it could not. */
    @FunctionalInterface
    interface Painter {
        Optional<byte[]> picture(TrackConfiguration configuration, byte[] keyFrame) throws InterruptedException;
    }

    private final Painter painter;
    private final Duration interval;
    private final Timers timers;
    private final InstantSource clock;

    /** @param interval between two stills that nobody looks at; zero makes none at all */
    PreviewKeeper(Painter painter, Duration interval, Timers timers, InstantSource clock) {
        this.painter = painter;
        this.interval = interval;
        this.timers = timers;
        this.clock = clock;
    }

    /** Keeps a stream that has gone live in pictures until it ends. Does nothing the second time. */
    void keep(LiveStream stream) {
        if (interval.isPositive() && stream.preview().begin()) {
            turn(stream);
        }
    }

    private void turn(LiveStream stream) {
        if (stream.open()) {
            renew(stream.channel(), stream.preview());
            timers.after(WATCHED_INTERVAL, () -> turn(stream));
        }
    }

    /** One turn: makes a still if one is due. */
    void renew(ChannelId channel, Preview preview) {
        var now = clock.instant();
        preview.newest().filter(frame -> isDue(preview, frame, now)).ifPresent(frame -> paint(channel, preview, frame));
    }

    private boolean isDue(Preview preview, Preview.KeyFrame frame, Instant now) {
        var before = preview.picture();
        if (before.isEmpty()) {
            return true;
        }
        var takenAt = before.get().takenAt();
        var pause = preview.askedWithin(WATCHED_FOR, now) ? WATCHED_INTERVAL : interval;
        // Frames are some seconds apart and older than their turn: half a turn of patience keeps the rhythm.
        return frame.arrivedAt().isAfter(takenAt)
                && !now.isBefore(takenAt.plus(pause).minus(WATCHED_INTERVAL.dividedBy(2)));
    }

    private void paint(ChannelId channel, Preview preview, Preview.KeyFrame frame) {
        try {
            painter.picture(frame.configuration(), frame.data())
                    .flatMap(jpeg -> PreviewPicture.of(channel, jpeg, frame.arrivedAt()))
                    .ifPresent(preview::picture);
        } catch (InterruptedException _) {
            // The node stops.
            Thread.currentThread().interrupt();
        }
    }
}
