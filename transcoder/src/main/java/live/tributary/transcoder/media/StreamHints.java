// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.media;

/**
 * What {@code onMetaData} claims. Believed only where the codec's own headers are silent or unreadable.
 *
 * @param width pixels, 0 when not said
 * @param height pixels, 0 when not said
 * @param framesPerSecond 0 when not said
 */
public record StreamHints(int width, int height, double framesPerSecond) implements MediaInput {

    /** Nothing was said. */
    public static final StreamHints NONE = new StreamHints(0, 0, 0);
}
