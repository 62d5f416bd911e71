// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

/**
 * A picture of a rung. Pictures come in the order they are shown: the encoder makes none that needs a later one.
 *
 * @param presentationMillis that of the source's picture it was made from, milliseconds of the broadcast
 * @param keyFrame whether decoding may begin here; exactly where the source's decoder saw a key frame
 * @param data length-prefixed units of H.264
 */
@SuppressWarnings("ArrayRecordComponent") // never written to, and never compared
public record EncodedPicture(long presentationMillis, boolean keyFrame, byte[] data) {}
