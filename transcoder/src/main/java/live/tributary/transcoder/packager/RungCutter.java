// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.transcoder.codec.AudioConfig;
import live.tributary.transcoder.codec.CodecConfig;
import live.tributary.transcoder.codec.MalformedConfigException;
import live.tributary.transcoder.codec.VideoConfig;
import live.tributary.transcoder.ffmpeg.EncodedPicture;
import live.tributary.transcoder.ffmpeg.EncoderFigures;
import live.tributary.transcoder.hls.VideoFormat;
import live.tributary.transcoder.hls.WindowWriter;
import live.tributary.transcoder.ladder.Rung;
import live.tributary.transcoder.media.ColorDescription;
import live.tributary.transcoder.media.StreamHints;
import live.tributary.transcoder.media.TrackConfiguration;
import live.tributary.transcoder.mp4.InitSegment;
import live.tributary.transcoder.mp4.Sample;
import live.tributary.transcoder.packager.SourcePictures.Known;

/**
 * Cuts the pictures of one rung. It is some milliseconds behind the publisher's, so its segments close later; where
 * nothing comes they are gaps.
 */
final class RungCutter extends PictureFollower implements EncodedFollower {

    private static final Logger log = LoggerFactory.getLogger(RungCutter.class);

    private final WindowWriter writer;
    private final Rung rung;
    private final VideoFormat format;
    /** Ticks from decoding to showing, as the first picture of the publisher's segment has them. */
    private int delay;

    private boolean resting = true;
    private boolean complained;
    private @Nullable VideoConfig header;
    private @Nullable AudioConfig sound;

    RungCutter(WindowWriter writer, Rung rung, VideoFormat format, Targets targets, int firstSegment) {
        super(writer, rung.name(), targets, firstSegment);
        this.writer = writer;
        this.rung = rung;
        this.format = format;
    }

    @Override
    public void expect() {
        segments().expect();
        resting = false;
        // A run that was not replaced meanwhile goes on, and does not say again how it begins.
        declare();
    }

    @Override
    public void runEnded() {
        header = null;
        complained = false;
        pause();
    }

    @Override
    public void waitNoLonger() {
        segments().waitNoLonger();
    }

    @Override
    public void configured(TrackConfiguration configuration) {
        try {
            if (CodecConfig.parse(configuration, StreamHints.NONE) instanceof VideoConfig picture
                    && picture.picture().fits()) {
                header = picture;
                declare();
            } else {
                refused("no picture, or one too large");
            }
        } catch (MalformedConfigException e) {
            refused(e.toString());
        }
    }

    /** Nothing of it is shown before a good one comes. Said once a run: a child that went bad may send thousands. */
    private void refused(String why) {
        header = null;
        pause();
        if (!complained) {
            log.warn("encoder sent a bad configuration rung={} why=\"{}\"", rung.name(), why);
            complained = true;
        }
    }

    /** From the next segment on joined parts hold this sound. */
    void soundBeside(@Nullable AudioConfig config) {
        sound = config;
        declare();
    }

    private void declare() {
        var picture = header;
        if (picture != null && !resting) {
            byte[] init = InitSegment.of(picture, ColorDescription.NONE);
            var with = sound;
            writer.start(
                    rung.name(), init, with == null ? init : InitSegment.joined(picture, ColorDescription.NONE, with));
        }
    }

    @Override
    public void rest() {
        resting = true;
        writer.rest(rung.name());
        pause();
    }

    /** The next picture of a run. One whose segment began without it is too late. */
    void add(Known source, EncodedPicture picture) {
        if (header == null || resting) {
            return;
        }
        if (source.begins() && picture.keyFrame() && segments().canEnter(source.segment())) {
            begin(source);
        }
        if (segments().isBefore(source.segment())) {
            // The publisher had to cut without a key frame: nothing of this rung can begin there.
            leaveSegment();
        }
        if (segments().isIn(source.segment())) {
            int duration = rung.halvedRate() ? 2 * source.duration() : source.duration();
            take(new Sample(picture.data(), source.ticks() - delay, duration, delay, picture.keyFrame()), duration);
        }
    }

    RungFigures figures(EncoderFigures encoder) {
        boolean running = encoder.running().contains(rung.name());
        return new RungFigures(
                rung.name(),
                format.codecs(),
                true,
                rung.width(),
                rung.height(),
                format.framesPerSecond(),
                rung.bitsPerSecond(),
                running,
                running ? encoder.speed() : 0);
    }

    private void begin(Known first) {
        // The first sample of a segment is decoded when the publisher's is, or sound would seem to begin before it.
        delay = first.delay();
        enter(first.segment(), first.ticks() - delay);
    }
}
