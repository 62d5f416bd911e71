// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.util.Optional;

import live.tributary.transcoder.codec.VideoConfig;
import live.tributary.transcoder.ffmpeg.EncoderListener;

/** Where the broadcasts of a node get their smaller pictures from. */
@FunctionalInterface
public interface Ladders {

    /** A node that makes none. */
    Ladders NONE = (_, _) -> Optional.empty();

    /**
     * A publisher's picture.
     *
     * @param framesPerSecond 0 when unknown
     * @param bitsPerSecond of the picture alone; 0 when unknown
     */
    record SourcePicture(VideoConfig config, double framesPerSecond, int bitsPerSecond) {}

    /**
     * What this node can make of such a picture now; room is kept for it until the ladder's encoder is closed. Returns
     * at once.
     *
     * @param listener hears what the encoder makes
     */
    Optional<Ladder> open(SourcePicture picture, EncoderListener listener);
}
