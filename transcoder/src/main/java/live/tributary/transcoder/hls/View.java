// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

/** The two ways in which the same stored bytes are offered. */
public enum View {
    /** One track a file, sound in a playlist of its own: what CMAF and every player know. */
    CANONICAL,
    /** Parts that are a video fragment and an audio fragment back to back: half the requests for a viewer. */
    JOINED
}
