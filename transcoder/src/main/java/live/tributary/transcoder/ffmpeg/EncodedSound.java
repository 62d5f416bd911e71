// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

/**
 * An access unit of AAC made from sound that not every browser plays.
 *
 * @param millis when it is played, milliseconds of the broadcast; the first lies one unit before the source's, which is
 *     what AAC needs to begin
 * @param data a raw access unit
 */
@SuppressWarnings("ArrayRecordComponent") // never written to, and never compared
public record EncodedSound(long millis, byte[] data) {}
