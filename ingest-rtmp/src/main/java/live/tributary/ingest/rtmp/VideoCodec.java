// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

/** The video codecs that are taken. Anything else is refused before a decoder could see it. */
public enum VideoCodec {
    AVC,
    HEVC,
    AV1,
    VP9
}
