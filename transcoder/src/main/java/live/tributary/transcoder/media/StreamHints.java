// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.media;

/**
 * What {@code onMetaData} claims. Believed only where the codec's own headers are silent or unreadable.
 *
 * @param width pixels, 0 when not said
 * @param height pixels, 0 when not said
 * @param framesPerSecond 0 when not said
 * @param videoBitsPerSecond 0 when not said
 * @param audioBitsPerSecond 0 when not said
 */
public record StreamHints(int width, int height, double framesPerSecond, int videoBitsPerSecond, int audioBitsPerSecond)
        implements MediaInput {

    /** Nothing was said. */
    public static final StreamHints NONE = ofSize(0, 0);

    /** A size and nothing else. */
    public static StreamHints ofSize(int width, int height) {
        return new StreamHints(width, height, 0, 0, 0);
    }
}
