// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.media.AccessUnit;
import live.tributary.transcoder.media.Codec;
import live.tributary.transcoder.media.ColorDescription;
import live.tributary.transcoder.media.MediaInput;
import live.tributary.transcoder.media.StreamHints;
import live.tributary.transcoder.media.TrackConfiguration;
import live.tributary.transcoder.media.VideoCodec;

/**
 * The still of one broadcast, and the key frame that the next one is made of: by reference, at most one. Written by the
 * connection's event loop (frames) and by the {@link PreviewKeeper} (pictures); read by any thread.
 */
final class Preview {

    /** One picture of the source that can be decoded alone. */
    @SuppressWarnings("ArrayRecordComponent") // never written to, and never compared
    record KeyFrame(TrackConfiguration configuration, byte[] data, Instant arrivedAt) {}

    private final AtomicBoolean begun = new AtomicBoolean();
    private @Nullable TrackConfiguration configuration;
    private volatile @Nullable KeyFrame newest;
    private volatile @Nullable PreviewPicture picture;
    private volatile Instant askedAt = Instant.MIN;

    /** Sees everything a publisher sends, in order. */
    void note(MediaInput input) {
        switch (input) {
            case TrackConfiguration given when isPicture(given.track(), given.codec()) -> describe(given);
            case AccessUnit unit when unit.keyFrame() && isPicture(unit.track(), unit.codec()) -> keep(unit);
            case TrackConfiguration _, AccessUnit _, StreamHints _, ColorDescription _ -> {
                // Says nothing that a picture needs.
            }
        }
    }

    private synchronized void describe(TrackConfiguration given) {
        configuration = given;
    }

    private synchronized void keep(AccessUnit unit) {
        var described = configuration;
        if (described != null && described.codec() == unit.codec()) {
            newest = new KeyFrame(described, unit.data(), unit.arrivedAt());
        }
    }

    private static boolean isPicture(int track, Codec codec) {
        return track == 0 && codec instanceof VideoCodec;
    }

    /** True for the first who asks, who is to keep it fresh. */
    boolean begin() {
        return begun.compareAndSet(false, true);
    }

    Optional<KeyFrame> newest() {
        return Optional.ofNullable(newest);
    }

    Optional<PreviewPicture> picture() {
        return Optional.ofNullable(picture);
    }

    void picture(PreviewPicture taken) {
        picture = taken;
    }

    /** Somebody looks at the picture. */
    void asked(Instant now) {
        askedAt = now;
    }

    /** Whether somebody looked within this time before {@code now}. */
    boolean askedWithin(Duration time, Instant now) {
        return askedAt.isAfter(now.minus(time));
    }
}
