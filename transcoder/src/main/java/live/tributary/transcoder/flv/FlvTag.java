// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.flv;

import live.tributary.transcoder.media.AudioCodec;
import live.tributary.transcoder.media.Codec;
import live.tributary.transcoder.media.VideoCodec;

/**
 * One tag of a stream that carries a picture, sound, or a codec's description of either. The bytes in it are never
 * written to.
 */
public sealed interface FlvTag {

    /** Milliseconds from the beginning of the stream, 0 to 2^32 − 1; when it is to be decoded. */
    long millis();

    /**
     * The codec's configuration record, as {@code TrackConfiguration} holds it; MP3 has none.
     *
     * @param record avcC, hvcC, av1C, vpcC, AudioSpecificConfig, OpusHead, {@code fLaC} and STREAMINFO, or a sync frame
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Configuration(long millis, Codec codec, byte[] record) implements FlvTag {}

    /**
     * A coded picture.
     *
     * @param compositionMillis from decoding to showing, signed 24 bits; 0 for AV1 and VP9, whose tags have no room
     *     for it
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Picture(long millis, VideoCodec codec, int compositionMillis, boolean keyFrame, byte[] data)
            implements FlvTag {}

    /** An access unit of sound. */
    @SuppressWarnings("ArrayRecordComponent")
    record Sound(long millis, AudioCodec codec, byte[] data) implements FlvTag {}
}
