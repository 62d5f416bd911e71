// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

/**
 * A block of the source's sound on its way into the encoder. Immutable, as a picture is.
 *
 * @param millis when it is played, milliseconds of the broadcast
 * @param data a raw access unit
 */
@SuppressWarnings("ArrayRecordComponent") // never written to, and never compared
public record EncoderSound(long millis, byte[] data) {}
