// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.util.Optional;

import live.tributary.transcoder.ffmpeg.EncodedPicture;
import live.tributary.transcoder.ffmpeg.Encoder;
import live.tributary.transcoder.ffmpeg.EncoderPicture;
import live.tributary.transcoder.ffmpeg.EncoderSound;
import live.tributary.transcoder.media.Ticks;
import live.tributary.transcoder.mp4.Sample;
import live.tributary.transcoder.packager.SourcePictures.Known;

/** What an encoder is given of the publisher's, and where that belongs which comes back. One thread at a time. */
final class EncoderFeed {

    private static final long TICKS_PER_MILLI = Ticks.VIDEO_RATE / 1000;

    private final SourcePictures pictures = new SourcePictures();

    /** The publisher's next picture, in decoding order. */
    void picture(Encoder encoder, Sample sample, int segment, boolean beginsSegment) {
        long shown = sample.decodeTime() + sample.compositionOffset();
        long shownMillis = millis(shown);
        long decodeMillis = millis(sample.decodeTime());
        pictures.add(
                shownMillis, new Known(shown, sample.compositionOffset(), sample.duration(), segment, beginsSegment));
        encoder.offer(
                new EncoderPicture(decodeMillis, (int) (shownMillis - decodeMillis), sample.sync(), sample.data()));
    }

    /** The publisher's next access unit of sound, on a clock of that rate. */
    void sound(Encoder encoder, Sample sample, int rate) {
        long millis = new Ticks(sample.decodeTime(), rate).rescale(1000).count();
        encoder.offer(new EncoderSound(millis, sample.data()));
    }

    /** The publisher's picture that this one was made of; empty when it is long gone, or never was. */
    Optional<Known> sourceOf(EncodedPicture picture) {
        return pictures.find(picture.presentationMillis());
    }

    private static long millis(long ticks) {
        return Math.floorDiv(ticks + TICKS_PER_MILLI / 2, TICKS_PER_MILLI);
    }
}
