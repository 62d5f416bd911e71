// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

/**
 * A coded picture of the source on its way into the encoder. Immutable: its bytes are kept by reference and never
 * written to.
 *
 * @param decodeMillis when it is to be decoded, milliseconds of the broadcast
 * @param compositionMillis from decoding to showing, signed
 * @param keyFrame whether decoding may begin here
 * @param data length-prefixed units for AVC and HEVC, the low-overhead format for AV1, a raw frame for VP9
 */
@SuppressWarnings("ArrayRecordComponent") // never written to, and never compared
public record EncoderPicture(long decodeMillis, int compositionMillis, boolean keyFrame, byte[] data) {

    long presentationMillis() {
        return decodeMillis + compositionMillis;
    }
}
