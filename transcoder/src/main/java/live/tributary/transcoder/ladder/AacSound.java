// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ladder;

/**
 * Sound in AAC that the encoder makes of sound in another codec: always the same, so that players can be told of it
 * before the encoder has run.
 */
public final class AacSound {

    public static final int BITS_PER_SECOND = 128_000;

    /** Opus knows no other rate; what has another one is resampled. */
    public static final int SAMPLES_PER_SECOND = 48_000;

    public static final int CHANNELS = 2;

    /** AAC-LC (RFC 6381, 3.4). */
    public static final String CODECS = "mp4a.40.2";

    /** What decoding FLAC or Opus and encoding AAC is taken to need: assumed, not measured. */
    static final double CORES = 0.03;

    private AacSound() {}
}
