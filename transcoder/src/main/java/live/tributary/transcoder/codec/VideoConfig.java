// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.codec;

import live.tributary.transcoder.media.VideoCodec;

/** What is known of a picture before its first frame. */
public sealed interface VideoConfig extends CodecConfig permits AvcConfig, HevcConfig, Av1Config, Vp9Config {

    default VideoCodec codec() {
        return switch (this) {
            case AvcConfig _ -> VideoCodec.AVC;
            case HevcConfig _ -> VideoCodec.HEVC;
            case Av1Config _ -> VideoCodec.AV1;
            case Vp9Config _ -> VideoCodec.VP9;
        };
    }

    Picture picture();
}
