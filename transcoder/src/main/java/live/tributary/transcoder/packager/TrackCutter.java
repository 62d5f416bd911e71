// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.codec.AudioConfig;
import live.tributary.transcoder.codec.VideoConfig;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.hls.VideoFormat;
import live.tributary.transcoder.hls.WindowWriter;
import live.tributary.transcoder.media.ColorDescription;
import live.tributary.transcoder.mp4.InitSegment;
import live.tributary.transcoder.mp4.Sample;

/** Cuts a further video track of the publisher's where its first one is cut. */
final class TrackCutter extends PictureFollower {

    private final WindowWriter writer;
    private final RenditionName name;
    private final VideoConfig config;
    private final VideoFormat format;

    /** @param format as players were told */
    TrackCutter(
            WindowWriter writer,
            RenditionName name,
            VideoConfig config,
            VideoFormat format,
            Targets targets,
            int firstSegment) {
        super(writer, name, targets, firstSegment);
        this.writer = writer;
        this.format = format;
        this.name = name;
        this.config = config;
    }

    /** From the next segment on joined parts hold this sound. */
    void soundBeside(@Nullable AudioConfig sound) {
        byte[] init = InitSegment.of(config, ColorDescription.NONE);
        writer.start(name, init, sound == null ? init : InitSegment.joined(config, ColorDescription.NONE, sound));
    }

    /** Whether a segment of that number may begin now. */
    boolean canEnter(int segment) {
        return segments().canEnter(segment);
    }

    /** The publisher is in that segment by now, and it has not begun here. */
    void missed(int segment) {
        if (segments().isBefore(segment)) {
            leaveSegment();
        }
    }

    /** The next frame, in decoding order. */
    void add(Sample sample, long usualStep) {
        if (segments().isInAny()) {
            take(sample, usualStep);
        }
    }

    RungFigures figures() {
        return new RungFigures(
                name,
                format.codecs(),
                false,
                format.width(),
                format.height(),
                format.framesPerSecond(),
                format.announcedBitsPerSecond(),
                true,
                0);
    }
}
