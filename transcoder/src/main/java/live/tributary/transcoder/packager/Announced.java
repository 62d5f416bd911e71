// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import live.tributary.transcoder.media.ColorDescription;
import live.tributary.transcoder.media.StreamHints;

/**
 * What is known of a session beside its configuration records.
 *
 * @param framesPerSecond of the grid, or as announced; 0 when unknown
 */
record Announced(double framesPerSecond, StreamHints hints, ColorDescription colors) {

    static final Announced NOTHING = new Announced(0, StreamHints.NONE, ColorDescription.NONE);
}
