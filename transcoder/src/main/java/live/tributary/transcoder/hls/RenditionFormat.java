// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

/** What the master playlist says about a rendition. */
public sealed interface RenditionFormat permits VideoFormat, AudioFormat {

    /** The entry of {@code CODECS} (RFC 6381), equal to what the initialization segment holds. */
    String codecs();

    /** What the publisher announced, in bits per second; 0 when it said nothing. */
    int announcedBitsPerSecond();
}
