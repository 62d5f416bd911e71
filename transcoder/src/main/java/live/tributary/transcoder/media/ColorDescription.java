// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.media;

import org.jspecify.annotations.Nullable;

/**
 * What a publisher says of its colours beside the stream (Enhanced RTMP, "Metadata Frame"). Holds from the beginning of
 * its session; what comes later holds from the next one.
 *
 * @param primaries colour primaries of ISO/IEC 23091-2, 8.1
 * @param transfer transfer characteristics, 8.2
 * @param matrix matrix coefficients, 8.3
 * @param light how bright the content is; null when not said
 * @param display on which display it was mastered; null when not said
 */
public record ColorDescription(
        int primaries,
        int transfer,
        int matrix,
        @Nullable ContentLight light,
        @Nullable MasteringDisplay display) implements MediaInput {

    /** In the code points above: nobody said. */
    public static final int UNSPECIFIED = 2;

    /** Nothing was said. */
    public static final ColorDescription NONE = new ColorDescription(UNSPECIFIED, UNSPECIFIED, UNSPECIFIED, null, null);

    /**
     * CTA-861.3.
     *
     * @param brightestPixel MaxCLL in candelas per square metre
     * @param brightestFrame MaxFALL, the highest mean of a frame, in candelas per square metre
     */
    public record ContentLight(int brightestPixel, int brightestFrame) {}

    /**
     * SMPTE ST 2086.
     *
     * @param brightest candelas per square metre
     * @param darkest candelas per square metre
     */
    public record MasteringDisplay(Point red, Point green, Point blue, Point white, double brightest, double darkest) {}

    /** A colour of CIE 1931, both coordinates from 0 to 1. */
    public record Point(double x, double y) {}
}
