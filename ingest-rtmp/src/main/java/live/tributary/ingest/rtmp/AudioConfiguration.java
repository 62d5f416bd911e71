// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

/**
 * What a decoder must know before the frames that follow. MP3, AC-3 and E-AC-3 frames describe themselves, so these
 * codecs usually send none.
 *
 * @param track 0 is the main sound
 * @param record AudioSpecificConfig (AAC), OpusHead (Opus), {@code fLaC} and STREAMINFO (FLAC), as received
 */
@SuppressWarnings("ArrayRecordComponent") // compared by the packager byte for byte, never by equals
public record AudioConfiguration(int track, RtmpTimestamp timestamp, AudioCodec codec, byte[] record)
        implements MediaTag {}
