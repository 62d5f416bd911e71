// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

/**
 * One access unit of sound.
 *
 * @param track 0 is the main sound
 * @param data as the codec defines it: no ADTS header for AAC
 */
@SuppressWarnings("ArrayRecordComponent") // frames are handed on, never compared
public record AudioFrame(int track, RtmpTimestamp timestamp, AudioCodec codec, byte[] data) implements MediaTag {}
