// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ladder;

import java.util.List;

/**
 * What encoding costs on a machine: cores for a million pixels a second.
 *
 * @param decode of the source, once for all rungs
 * @param encode of a rung, scaling it down included
 */
public record EncodingCost(double decode, double encode) {

    /** Of a slow two-core machine; holds until this one was measured. */
    public static final EncodingCost ASSUMED = new EncodingCost(0.0020, 0.0150);

    private static final double MILLION = 1e6;

    public EncodingCost {
        if (!(decode > 0 && encode > 0)) {
            throw new IllegalArgumentException("cost of %f and %f cores".formatted(decode, encode));
        }
    }

    /** Cores that a child takes for those rungs of that source; 0 for none. */
    public double cores(SourcePicture source, List<Rung> rungs) {
        if (rungs.isEmpty()) {
            return 0;
        }
        double encoded = rungs.stream()
                .mapToDouble(rung -> rung.pixels() * source.assumedRate() / (rung.halvedRate() ? 2 : 1))
                .sum();
        return (source.pixelsPerSecond() * decode + encoded * encode) / MILLION;
    }

    /** Cores that a child takes for all that. */
    double cores(SourcePicture source, Grant granted) {
        return cores(source, granted.rungs()) + (granted.sound() ? AacSound.CORES : 0);
    }

    /** The same machine, when everything costs that much more or less than was thought. */
    EncodingCost times(double factor) {
        return new EncodingCost(decode * factor, encode * factor);
    }
}
