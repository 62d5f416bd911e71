// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.media;

import java.time.Instant;

/**
 * One coded picture or one block of sound.
 *
 * @param track 0 is the source; further video tracks are smaller pictures where they fit
 * @param decodeTime when it is to be decoded, on the publisher's clock
 * @param compositionOffset milliseconds from decoding to showing, signed; 0 for sound
 * @param keyFrame what the publisher says; true for sound
 * @param data the bytes: length-prefixed units for AVC and HEVC, the low-overhead format for AV1, a raw frame else
 * @param arrivedAt when its first byte reached this node (UTC)
 */
@SuppressWarnings("ArrayRecordComponent") // never written to, and never compared
public record AccessUnit(
        int track,
        Codec codec,
        WireTime decodeTime,
        int compositionOffset,
        boolean keyFrame,
        byte[] data,
        Instant arrivedAt)
        implements MediaInput {

    /** A block of sound: decoded and played at the same time, and any of them is a place to begin. */
    public static AccessUnit audio(int track, AudioCodec codec, WireTime time, byte[] data, Instant arrivedAt) {
        return new AccessUnit(track, codec, time, 0, true, data, arrivedAt);
    }
}
