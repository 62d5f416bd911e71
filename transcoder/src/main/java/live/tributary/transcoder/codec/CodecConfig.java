// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.codec;

import live.tributary.transcoder.media.AudioCodec;
import live.tributary.transcoder.media.StreamHints;
import live.tributary.transcoder.media.TrackConfiguration;
import live.tributary.transcoder.media.VideoCodec;

/** A configuration record that was read and found sound. Its bytes are never written to. */
public sealed interface CodecConfig permits VideoConfig, AudioConfig {

    /** The entry of {@code CODECS} (RFC 6381). */
    String codecs();

    /** The content of the box that carries it in a sample entry (avcC, hvcC, av1C, vpcC, esds' descriptor, dOps …). */
    byte[] record();

    /**
     * Reads a publisher's record.
     *
     * @param hints sizes and rates for records that do not tell theirs
     */
    static CodecConfig parse(TrackConfiguration configuration, StreamHints hints) throws MalformedConfigException {
        return switch (configuration.codec()) {
            case VideoCodec codec -> parse(codec, configuration.record(), hints);
            case AudioCodec codec -> parse(codec, configuration.record());
        };
    }

    private static VideoConfig parse(VideoCodec codec, byte[] bytes, StreamHints hints)
            throws MalformedConfigException {
        return switch (codec) {
            case AVC -> AvcConfig.parse(bytes, hints);
            case HEVC -> HevcConfig.parse(bytes, hints);
            case AV1 -> Av1Config.parse(bytes, hints);
            case VP9 -> Vp9Config.parse(bytes, hints);
        };
    }

    private static AudioConfig parse(AudioCodec codec, byte[] bytes) throws MalformedConfigException {
        return switch (codec) {
            case AAC -> AacConfig.parse(bytes);
            case OPUS -> OpusConfig.parse(bytes);
            case FLAC -> FlacConfig.parse(bytes);
            case AC3 -> Ac3Config.parse(bytes);
            case EAC3 -> Eac3Config.parse(bytes);
            case MP3 -> throw new MalformedConfigException("MP3 has no configuration record");
        };
    }
}
