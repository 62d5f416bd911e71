// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

/**
 * What a decoder must know before the frames that follow.
 *
 * @param track 0 is the source; others come from multitrack publishers
 * @param record avcC, hvcC, av1C or vpcC as received: not yet parsed, not yet believed
 */
@SuppressWarnings("ArrayRecordComponent") // compared by the packager byte for byte, never by equals
public record VideoConfiguration(int track, RtmpTimestamp timestamp, VideoCodec codec, byte[] record)
        implements MediaTag {}
