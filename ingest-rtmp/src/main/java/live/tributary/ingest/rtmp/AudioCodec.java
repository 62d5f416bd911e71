// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

/** The audio codecs that are taken. Anything else is refused before a decoder could see it. */
public enum AudioCodec {
    AAC,
    MP3,
    OPUS,
    FLAC,
    AC3,
    EAC3
}
