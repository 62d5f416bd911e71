// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.media;

/** The video codecs a publisher may send. */
public enum VideoCodec implements Codec {
    AVC,
    HEVC,
    AV1,
    VP9
}
