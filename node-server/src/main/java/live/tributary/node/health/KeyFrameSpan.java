// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

/**
 * How far key frames are apart, in milliseconds of media; all zero before the second one.
 *
 * @param newest the last distance, or the time since the last key frame where that is longer by now
 */
record KeyFrameSpan(int newest, int shortest, int average, int longest) {

    static final KeyFrameSpan NONE = new KeyFrameSpan(0, 0, 0, 0);

    private static final int UNEVEN = 2;

    /** Far apart at one time and close together at another: the encoder puts them where it likes. */
    boolean uneven() {
        return longest > UNEVEN * shortest;
    }
}
