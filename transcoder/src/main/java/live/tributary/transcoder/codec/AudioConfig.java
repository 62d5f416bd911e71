// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.codec;

import live.tributary.transcoder.media.TrackConfiguration;

/** What is known of sound before its first access unit. */
public sealed interface AudioConfig extends CodecConfig
        permits AacConfig, OpusConfig, FlacConfig, Ac3Config, Eac3Config {

    /** Samples per second and channel: the clock of the track. */
    int sampleRate();

    int channels();

    /** What the publisher sent to announce it, for a reader who is to decode it. */
    TrackConfiguration announcement();

    /**
     * How many samples an access unit holds in each channel.
     *
     * @throws MalformedConfigException when the unit does not say it and the record does not either
     */
    int samplesOf(byte[] accessUnit) throws MalformedConfigException;
}
