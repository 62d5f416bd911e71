// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.util.Set;

import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.media.TrackConfiguration;

/**
 * Hears what an encoder makes of a broadcast.
 *
 * <p>Called on virtual threads, one for each rung: calls for one rung come one after the other, also over several runs,
 * those for different rungs at the same time. {@code onConfiguration}, {@code onPicture} and {@code onSound} may block
 * to hold their rung back; the other calls must return at once. What comes back is checked for its form only: read it
 * as one reads a stranger's stream.
 */
public interface EncoderListener {

    /** A run begins for that rung: the first thing of each run, also when the bytes are the ones before. */
    void onConfiguration(RenditionName rung, TrackConfiguration configuration);

    void onPicture(RenditionName rung, EncodedPicture picture);

    /** Sound in AAC; its name is {@link RenditionName#AAC}. */
    void onSound(RenditionName rung, EncodedSound sound);

    /** A run ended; nothing more comes from it. Unless the encoder is given up, a later run may begin. */
    void onPaused(Set<RenditionName> rungs, EncoderPause pause);

    /** It fell behind: that rung, the largest, is made no more in this broadcast. */
    void onDropped(RenditionName rung);

    /** It died too often: nothing is encoded any more in this broadcast. Told once, after the last pause. */
    void onGivenUp(EncoderPause last);
}
