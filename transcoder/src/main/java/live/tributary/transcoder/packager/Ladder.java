// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.util.List;

import live.tributary.transcoder.ffmpeg.Encoder;
import live.tributary.transcoder.ladder.Rung;

/**
 * The smaller pictures of one broadcast.
 *
 * @param rungs largest first, at least one
 * @param always whether they are made while nobody watches, too
 * @param encoder makes them; closed by whoever opened the ladder
 */
public record Ladder(List<Rung> rungs, boolean always, Encoder encoder) {

    public Ladder {
        rungs = List.copyOf(rungs);
    }
}
