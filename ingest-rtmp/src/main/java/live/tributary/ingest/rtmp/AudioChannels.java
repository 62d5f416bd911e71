// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

/**
 * How many channels a track has, for codecs that do not say so themselves (Enhanced RTMP v2, MultichannelConfig).
 *
 * @param track 0 is the main sound
 * @param channels 1 to 255
 */
public record AudioChannels(int track, RtmpTimestamp timestamp, int channels) implements MediaTag {}
