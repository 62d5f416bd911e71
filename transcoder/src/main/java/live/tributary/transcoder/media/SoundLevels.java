// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.media;

/**
 * How loud sound was a moment ago, as EBU R 128 measures it (ITU-R BS.1770). {@value #SILENCE} stands for nothing at all.
 *
 * @param momentaryLufs the loudest 400 ms that ended in the last second
 * @param shortTermLufs the last three seconds
 * @param truePeakDb the highest peak of the last second between samples, in decibels of full scale (dBTP)
 */
public record SoundLevels(double momentaryLufs, double shortTermLufs, double truePeakDb) {

    public static final double SILENCE = -120;
}
