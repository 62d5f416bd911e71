// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

/**
 * Sound as the master playlist describes it.
 *
 * @param codecs for example {@code mp4a.40.2}
 * @param groupId the audio group, one for each codec: {@code aac}, {@code opus}, {@code flac} …
 * @param channels number of channels
 * @param announcedBitsPerSecond what the publisher announced; 0 when it said nothing
 */
public record AudioFormat(String codecs, String groupId, int channels, int announcedBitsPerSecond)
        implements RenditionFormat {}
