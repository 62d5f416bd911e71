// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.codec.AudioConfig;
import live.tributary.transcoder.codec.CodecConfig;
import live.tributary.transcoder.codec.CodedPicture;
import live.tributary.transcoder.codec.CodedPicture.Entry;
import live.tributary.transcoder.codec.MalformedConfigException;
import live.tributary.transcoder.codec.Picture;
import live.tributary.transcoder.codec.VideoConfig;
import live.tributary.transcoder.media.AccessUnit;
import live.tributary.transcoder.media.AudioCodec;
import live.tributary.transcoder.media.Codec;
import live.tributary.transcoder.media.GroupsOfPictures;
import live.tributary.transcoder.media.StreamHints;
import live.tributary.transcoder.media.StreamProblem.Kind;
import live.tributary.transcoder.media.TrackConfiguration;
import live.tributary.transcoder.media.VideoCodec;
import live.tributary.transcoder.timeline.SessionClock;

/** The border of a session: reads configurations and frames, and lets in what can be packaged. */
final class Intake {

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long PATIENCE_FOR_SYNC = Duration.ofSeconds(10).toNanos();

    private final SessionClock clock;
    private final Tally tally;
    private final TrackState<VideoConfig> video = new TrackState<>();
    private final TrackState<AudioConfig> audio = new TrackState<>();
    private final Map<Integer, Extra> extra = new HashMap<>();
    private final PicturePace pace = new PicturePace();
    private final GroupWatch groups = new GroupWatch();
    private StreamHints hints = StreamHints.NONE;
    private long lastSyncNanos = Long.MIN_VALUE;
    private @Nullable Newest newest;

    /** The newest picture of the first track. */
    private record Newest(long wireMillis, long nanos) {}

    /** A further video track. */
    private record Extra(TrackState<VideoConfig> state, PicturePace pace) {
        static Extra begin() {
            return new Extra(new TrackState<>(), new PicturePace());
        }
    }

    Intake(SessionClock clock, Tally tally) {
        this.clock = clock;
        this.tally = tally;
    }

    void hint(StreamHints received) {
        hints = received;
        // A record that does not tell the size (VP9) may come before the metadata that do.
        video.unread().ifPresent(record -> video.received(record, read(record, VideoConfig.class)));
    }

    StreamHints hints() {
        return hints;
    }

    boolean expectsVideo() {
        return video.config() != null;
    }

    boolean expectsAudio() {
        return audio.config() != null;
    }

    GroupsOfPictures groups() {
        return groups.groups();
    }

    void configure(TrackConfiguration configuration) {
        if (configuration.track() != 0) {
            configureExtra(configuration);
            return;
        }
        if (configuration.record().length == 0) {
            // FFmpeg announces AC-3 like this: the record is in every frame.
            return;
        }
        switch (configuration.codec()) {
            case VideoCodec _ -> configure(video, VideoConfig.class, configuration);
            case AudioCodec _ -> configure(audio, AudioConfig.class, configuration);
        }
    }

    /** The metadata tell the size of the first track only, so that others must tell their own. */
    private void configureExtra(TrackConfiguration configuration) {
        if (configuration.codec() instanceof VideoCodec codec && codec != VideoCodec.VP9) {
            var state = extra.computeIfAbsent(configuration.track(), _ -> Extra.begin())
                    .state();
            configure(state, VideoConfig.class, configuration);
        } else {
            tally.problem(Kind.EXTRA_TRACK, "track %d is left out".formatted(configuration.track()));
        }
    }

    private <C extends CodecConfig> void configure(
            TrackState<C> track, Class<C> family, TrackConfiguration configuration) {
        if (!track.knows(configuration)) {
            track.received(configuration, read(configuration, family));
        }
    }

    private <C extends CodecConfig> @Nullable C read(TrackConfiguration configuration, Class<C> family) {
        return read(configuration).map(family::cast).orElse(null);
    }

    private Optional<CodecConfig> read(TrackConfiguration configuration) {
        if (configuration.codec() == AudioCodec.MP3) {
            return Optional.empty();
        }
        try {
            var config = CodecConfig.parse(configuration, hints);
            return fits(config) ? Optional.of(config) : Optional.empty();
        } catch (MalformedConfigException unreadable) {
            tally.problem(
                    Kind.CONFIGURATION_UNREADABLE, "%s: %s".formatted(configuration.codec(), unreadable.getMessage()));
            return Optional.empty();
        }
    }

    private boolean fits(CodecConfig config) {
        return switch (config) {
            case AudioConfig _ -> true;
            case VideoConfig read -> fits(read.picture());
        };
    }

    private boolean fits(Picture picture) {
        if (!picture.fits()) {
            tally.problem(Kind.PICTURE_TOO_LARGE, "%d × %d".formatted(picture.width(), picture.height()));
        }
        return picture.fits();
    }

    /** What can be packaged; empty when the unit was dropped and counted, or holds nothing. */
    Optional<Arrived> read(AccessUnit unit) {
        if (unit.data().length == 0) {
            return Optional.empty();
        }
        try {
            if (unit.track() != 0) {
                return readExtra(unit);
            }
            return switch (unit.codec()) {
                case VideoCodec _ -> readPicture(unit);
                case AudioCodec codec -> readSound(unit, codec);
            };
        } catch (MalformedConfigException unreadable) {
            tally.drop(Kind.FRAME_UNREADABLE, "%s: %s".formatted(unit.codec(), unreadable.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<Arrived> readPicture(AccessUnit unit) throws MalformedConfigException {
        var config = video.config();
        if (config == null) {
            return missing(unit.codec());
        }
        var picture = CodedPicture.of(config, unit.data(), unit.keyFrame());
        if (!fits(picture.config())) {
            tally.dropped++;
            return Optional.empty();
        }
        video.replace(picture.config());
        if (picture.data().length == 0) {
            return Optional.empty();
        }
        groups.saw(picture);
        long nanos = clock.unwrapVideo(unit.decodeTime());
        if (!pace.allows(nanos)) {
            tally.drop(Kind.PICTURE_TOO_LARGE, "more than %d frames a second".formatted(PicturePace.MOST_PER_SECOND));
            return Optional.empty();
        }
        newest = new Newest(unit.decodeTime().milliseconds(), nanos);
        return Optional.of(new Arrived.Picture(
                picture.data(),
                picture.config(),
                isSync(picture.entry(), nanos),
                nanos,
                unit.compositionOffset(),
                unit.decodeTime().nanoseconds(),
                picture.captions(),
                unit.arrivedAt()));
    }

    /** On the clock of the first track, which a publisher sends all of them on. */
    private Optional<Arrived> readExtra(AccessUnit unit) throws MalformedConfigException {
        var known = unit.codec() instanceof VideoCodec ? extra.get(unit.track()) : null;
        var config = known == null ? null : known.state().config();
        var beside = newest;
        if (known == null || config == null) {
            tally.drop(Kind.EXTRA_TRACK, "track %d is left out".formatted(unit.track()));
            return Optional.empty();
        }
        var picture = CodedPicture.of(config, unit.data(), unit.keyFrame());
        known.state().replace(picture.config());
        if (beside == null || picture.data().length == 0 || !fits(picture.config())) {
            return Optional.empty();
        }
        // Two times of one clock that wraps: their difference is a signed number of 32 bits.
        int later = (int) (unit.decodeTime().milliseconds() - beside.wireMillis());
        long nanos = beside.nanos() + later * NANOS_PER_MILLI;
        if (!known.pace().allows(nanos)) {
            tally.drop(Kind.EXTRA_TRACK, "track %d is too fast".formatted(unit.track()));
            return Optional.empty();
        }
        return Optional.of(new Arrived.TrackPicture(
                unit.track(),
                picture.data(),
                picture.config(),
                picture.entry() == Entry.SYNC,
                nanos,
                unit.compositionOffset(),
                unit.arrivedAt()));
    }

    /**
     * When no IDR came for ten seconds (open GOP, intra refresh) recovery points must do, or nobody could join. From the
     * next IDR on they are only recovery points again.
     */
    private boolean isSync(Entry entry, long nanos) {
        if (entry == Entry.SYNC || lastSyncNanos == Long.MIN_VALUE) {
            lastSyncNanos = nanos;
        }
        // A clock that jumped back must not make the wait longer than it is.
        lastSyncNanos = Math.min(lastSyncNanos, nanos);
        return switch (entry) {
            case NONE -> false;
            case SYNC -> true;
            case RECOVERY -> nanos - lastSyncNanos >= PATIENCE_FOR_SYNC;
        };
    }

    private Optional<Arrived> readSound(AccessUnit unit, AudioCodec codec) throws MalformedConfigException {
        var config = audio.config() == null ? configFromFrame(unit, codec) : audio.config();
        if (config == null) {
            return missing(codec);
        }
        int samples = config.samplesOf(unit.data());
        long nanos = clock.unwrapAudio(unit.decodeTime());
        return Optional.of(new Arrived.Sound(unit.data(), config, samples, nanos, unit.arrivedAt()));
    }

    /** Each frame of AC-3 tells its own configuration, so a missing one is no loss. */
    private @Nullable AudioConfig configFromFrame(AccessUnit unit, AudioCodec codec) {
        return switch (codec) {
            case AC3, EAC3 -> {
                configure(new TrackConfiguration(0, codec, unit.data()));
                yield audio.config();
            }
            case AAC, OPUS, FLAC, MP3 -> null;
        };
    }

    private Optional<Arrived> missing(Codec codec) {
        if (codec == AudioCodec.MP3) {
            tally.drop(Kind.CODEC_NEEDS_ENCODER, "MP3 cannot be packaged as it is");
        } else {
            tally.drop(Kind.CONFIGURATION_MISSING, "%s without a readable configuration".formatted(codec));
        }
        return Optional.empty();
    }
}
