// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.media;

/** The audio codecs a publisher may send. MP3 is known, but cannot be packaged without the encoder. */
public enum AudioCodec implements Codec {
    AAC,
    MP3,
    OPUS,
    FLAC,
    AC3,
    EAC3
}
