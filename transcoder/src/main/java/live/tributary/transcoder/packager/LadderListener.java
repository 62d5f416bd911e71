// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import live.tributary.transcoder.ffmpeg.EncoderListener;
import live.tributary.transcoder.ladder.Grant;

/** Hears what becomes of a ladder. Its calls come from any thread and must return at once. */
public interface LadderListener extends EncoderListener {

    /** From now on this may be made; what is not in it any more is taken away. */
    void onGranted(Grant granted);
}
