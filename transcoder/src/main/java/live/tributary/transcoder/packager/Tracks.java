// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.codec.AacConfig;
import live.tributary.transcoder.codec.Ac3Config;
import live.tributary.transcoder.codec.AudioConfig;
import live.tributary.transcoder.codec.Eac3Config;
import live.tributary.transcoder.codec.FlacConfig;
import live.tributary.transcoder.codec.OpusConfig;
import live.tributary.transcoder.codec.Picture;
import live.tributary.transcoder.codec.VideoConfig;
import live.tributary.transcoder.hls.AudioFormat;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.hls.VideoFormat;
import live.tributary.transcoder.hls.VideoRange;
import live.tributary.transcoder.hls.WindowWriter;
import live.tributary.transcoder.mp4.InitSegment;

/** Which tracks the window knows, and which it is to know from the next segment on. */
final class Tracks {

    private final WindowWriter writer;
    private final Rungs rungs;
    private @Nullable VideoConfig video;
    private @Nullable AudioConfig audio;
    private @Nullable VideoConfig nextVideo;
    private @Nullable AudioConfig nextAudio;
    private boolean changed = true;
    private boolean captions;
    private Announced announced = Announced.NOTHING;

    Tracks(WindowWriter writer, Rungs rungs) {
        this.writer = writer;
        this.rungs = rungs;
    }

    /** Segments have new names from here on, and so must the initialization segments. */
    void beginSession(Announced known) {
        announced = known;
        captions = false;
        changed = true;
        nextVideo = null;
        nextAudio = null;
    }

    void want(@Nullable VideoConfig wantedVideo, @Nullable AudioConfig wantedAudio) {
        changed |= !same(wantedVideo, nextVideo) || !same(wantedAudio, nextAudio);
        nextVideo = wantedVideo;
        nextAudio = wantedAudio;
    }

    /** From the next segment on players are told that there are some. */
    void showCaptions() {
        changed |= !captions;
        captions = true;
    }

    void wantVideo(VideoConfig wanted) {
        want(wanted, nextAudio);
    }

    void wantAudio(AudioConfig wanted) {
        want(nextVideo, wanted);
    }

    void withoutVideo() {
        want(null, nextAudio);
    }

    void withoutAudio() {
        want(nextVideo, null);
    }

    /** Whether sound of that configuration is heard from the next segment on, if not now. */
    boolean wantsAudio(AudioConfig config) {
        return same(config, nextAudio);
    }

    /** Whether frames of that configuration belong into the open segment. */
    boolean shows(VideoConfig config) {
        return same(config, video);
    }

    boolean hears(AudioConfig config) {
        return same(config, audio);
    }

    @Nullable
    VideoConfig video() {
        return video;
    }

    @Nullable
    AudioConfig audio() {
        return audio;
    }

    /** Tells the window. Called between two segments. */
    void apply() {
        if (!changed) {
            return;
        }
        changed = false;
        removeVanished();
        video = nextVideo;
        audio = nextAudio;
        if (audio != null) {
            writer.configure(RenditionName.AUDIO, format(audio), InitSegment.of(audio));
        }
        if (video != null) {
            byte[] init = InitSegment.of(video, announced.colors());
            var format = format(video);
            writer.configure(RenditionName.SOURCE, format, init);
            writer.configureJoined(
                    RenditionName.SOURCE, audio == null ? init : InitSegment.joined(video, announced.colors(), audio));
            rungs.follow(video, format, audio);
        }
    }

    private void removeVanished() {
        if (video != null && nextVideo == null) {
            writer.remove(RenditionName.SOURCE);
            rungs.leave();
        }
        if (audio != null && nextAudio == null) {
            writer.remove(RenditionName.AUDIO);
        }
    }

    /** Each configuration record is read once, so another object is another record. */
    @SuppressWarnings("ReferenceEquality") // two readings of one record are a change only if a session lies between
    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return one == other;
    }

    private VideoFormat format(VideoConfig config) {
        var picture = config.picture();
        return new VideoFormat(
                config.codecs(),
                picture.width(),
                picture.height(),
                announced.framesPerSecond(),
                range(picture.in(announced.colors())),
                captions,
                announced.hints().videoBitsPerSecond());
    }

    private static VideoRange range(Picture picture) {
        if (picture.perceptualQuantizer()) {
            return VideoRange.PQ;
        }
        return picture.hybridLogGamma() ? VideoRange.HLG : VideoRange.SDR;
    }

    private AudioFormat format(AudioConfig config) {
        return new AudioFormat(
                config.codecs(),
                group(config),
                config.channels(),
                announced.hints().audioBitsPerSecond());
    }

    private static String group(AudioConfig config) {
        return switch (config) {
            case AacConfig _ -> "aac";
            case OpusConfig _ -> "opus";
            case FlacConfig _ -> "flac";
            case Ac3Config _ -> "ac3";
            case Eac3Config _ -> "eac3";
        };
    }
}
