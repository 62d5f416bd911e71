// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

/**
 * One coded picture.
 *
 * @param track 0 is the source; others come from multitrack publishers
 * @param keyFrame what the publisher says; the packager looks for itself
 * @param compositionOffset milliseconds from decode to presentation time, may be negative
 * @param data length-prefixed NAL units (AVC, HEVC), a temporal unit (AV1) or a frame (VP9)
 */
@SuppressWarnings("ArrayRecordComponent") // frames are handed on, never compared
public record VideoFrame(
        int track, RtmpTimestamp timestamp, VideoCodec codec, boolean keyFrame, int compositionOffset, byte[] data)
        implements MediaTag {}
