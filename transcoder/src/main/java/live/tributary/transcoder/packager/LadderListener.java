// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.util.List;

import live.tributary.transcoder.ffmpeg.EncoderListener;
import live.tributary.transcoder.ladder.Rung;

/** Hears what becomes of a ladder. Its calls come from any thread and must return at once. */
public interface LadderListener extends EncoderListener {

    /** From now on these rungs may be made, largest first; what is not among them any more is taken away. */
    void onGranted(List<Rung> rungs);
}
