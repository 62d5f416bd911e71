// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

/**
 * The loudness of a long time, pauses left out: the two gates of EBU R 128 (ITU-R BS.1770, annex 1) over the loudness of
 * three seconds, once a second, in classes of a tenth. Guarded by its owner.
 */
final class GatedLoudness {

    /** What is below is no sound. */
    static final double ABSOLUTE_GATE_LUFS = -70;

    /** So far below what is left, it is a pause. */
    private static final double RELATIVE_GATE_UNITS = -10;

    private static final double LOUDEST_LUFS = 10;
    private static final int PER_UNIT = 10;
    private static final int CLASSES = (int) ((LOUDEST_LUFS - ABSOLUTE_GATE_LUFS) * PER_UNIT) + 1;

    private final int[] seconds = new int[CLASSES];

    void add(Loudness second) {
        if (second.measured() && second.shortTermLufs() > ABSOLUTE_GATE_LUFS) {
            seconds[classOf(second.shortTermLufs())]++;
        }
    }

    /** LUFS in whole tenths; 0 where nothing was heard, which no sound is as loud as. */
    double lufs() {
        double all = above(0);
        return all == 0 ? 0 : above(classOf(Math.max(ABSOLUTE_GATE_LUFS, all + RELATIVE_GATE_UNITS)));
    }

    /** The mean of the power in all classes from this one on. */
    private double above(int first) {
        double power = 0;
        int count = 0;
        for (int i = first; i < CLASSES; i++) {
            power += seconds[i] * Math.pow(10, middleOf(i) / 10);
            count += seconds[i];
        }
        return count == 0 ? 0 : Math.round(10 * Math.log10(power / count) * PER_UNIT) / (double) PER_UNIT;
    }

    private static int classOf(double lufs) {
        return Math.clamp(Math.round((lufs - ABSOLUTE_GATE_LUFS) * PER_UNIT), 0, CLASSES - 1);
    }

    private static double middleOf(int index) {
        return ABSOLUTE_GATE_LUFS + (double) index / PER_UNIT;
    }
}
