// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import live.tributary.transcoder.hls.RenditionName;

/**
 * A smaller picture that viewers may ask for, as of the last segment.
 *
 * @param framesPerSecond 0 when unknown
 * @param bitsPerSecond that its encoder is told to keep
 * @param running whether it is made now
 * @param encoderSpeed media seconds a second that its encoder can make; 0 while it is not known
 */
public record RungFigures(
        RenditionName name,
        int width,
        int height,
        double framesPerSecond,
        int bitsPerSecond,
        boolean running,
        double encoderSpeed) {}
