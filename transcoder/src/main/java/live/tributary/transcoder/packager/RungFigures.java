// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import live.tributary.transcoder.hls.RenditionName;

/**
 * A smaller picture, or sound in AAC, that viewers may ask for, as of the last segment.
 *
 * @param codecs as in {@code CODECS}
 * @param encoded whether this node makes it; else the publisher sends it on a further track
 * @param width pixels, 0 for sound; likewise the height
 * @param framesPerSecond 0 when unknown, and for sound
 * @param bitsPerSecond that its encoder is told to keep, or that were measured at first
 * @param running whether it is made now
 * @param encoderSpeed media seconds a second that its encoder can make; 0 while it is not known
 */
public record RungFigures(
        RenditionName name,
        String codecs,
        boolean encoded,
        int width,
        int height,
        double framesPerSecond,
        int bitsPerSecond,
        boolean running,
        double encoderSpeed) {}
