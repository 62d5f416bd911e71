// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.util.Set;

import live.tributary.transcoder.ffmpeg.Encoder;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.ladder.Grant;

/** The smaller pictures of one broadcast, its encoder, and its share of the machine. One thread at a time. */
public interface Ladder extends AutoCloseable {

    /** What may be made now. Changes are told to the {@link LadderListener}. */
    Grant granted();

    /** Whether they are made while nobody watches, too. */
    boolean always();

    Encoder encoder();

    /**
     * Called now and then, so that the node learns what encoding costs, and how many it is for.
     *
     * @param watching players of the broadcast, in whatever quality
     */
    void measure(int watching);

    /** These are not made any more in this broadcast: others may have their share. */
    void giveUp(Set<RenditionName> rungs);

    /** Ends the encoder and gives the share back. */
    @Override
    void close();
}
