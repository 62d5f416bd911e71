// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Duration;

import live.tributary.transcoder.codec.AudioConfig;
import live.tributary.transcoder.media.Ticks;

/** Writes the sound beside the picture: cut where the picture is cut, to whole access units. */
final class SoundParts {

    private final Lane audio;
    private final Tracks tracks;
    private final Targets targets;

    SoundParts(Lane audio, Tracks tracks, Targets targets) {
        this.audio = audio;
        this.tracks = tracks;
        this.targets = targets;
    }

    /** A segment of the picture begins at that time. */
    void beginSegment(long videoTicks) {
        var config = tracks.audio();
        if (config == null) {
            audio.beginSegment();
            return;
        }
        audio.useRate(config.sampleRate());
        audio.beginSegment(inSamples(videoTicks, config), targets.audioPartSamples(config.sampleRate()));
    }

    /** What belongs beside the picture before that time, as one part; a longer backlog as more. */
    void writeBefore(long videoTicks) {
        var config = tracks.audio();
        if (config == null) {
            return;
        }
        long boundary = inSamples(videoTicks, config);
        long most = targets.audioPartSamples(config.sampleRate());
        do {
            audio.write(audio.countBefore(boundary, most));
        } while (audio.waitingBefore(boundary) >= most / 2);
    }

    /** A frame and a unit of sound may go over into the next segment; a part of their own would cost a request. */
    void writeRest(long videoTicks, long toleratedTicks) {
        var config = tracks.audio();
        if (config == null) {
            return;
        }
        long boundary = inSamples(videoTicks, config);
        while (audio.waitingBefore(boundary) > inSamples(toleratedTicks, config)) {
            audio.write(audio.countBefore(boundary, targets.audioPartSamples(config.sampleRate())));
        }
    }

    void writeAll() {
        var config = tracks.audio();
        while (config != null && !audio.isEmpty()) {
            audio.write(audio.countBefore(Long.MAX_VALUE, targets.audioPartSamples(config.sampleRate())));
        }
    }

    /** The segment of the picture ends at that time: how long that of the sound lasts; zero when it holds nothing. */
    Duration endSegment(long videoTicks) {
        var config = tracks.audio();
        return config == null ? Duration.ZERO : audio.endSegment(inSamples(videoTicks, config));
    }

    /** Throws away what waits from before that time; says how much it was. */
    int dropBefore(long videoTicks) {
        var config = tracks.audio();
        return config == null ? 0 : audio.dropBefore(inSamples(videoTicks, config));
    }

    private static long inSamples(long videoTicks, AudioConfig config) {
        return new Ticks(videoTicks, Ticks.VIDEO_RATE)
                .rescale(config.sampleRate())
                .count();
    }
}
