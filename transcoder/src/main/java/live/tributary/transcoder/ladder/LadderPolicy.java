// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ladder;

import java.util.List;

import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.media.VideoCodec;

/**
 * Which rungs a source is to have. What the machine can carry of them is for {@link Admission} to say.
 *
 * @param cores of the machine; up to two, each broadcast gets a single rung so that more broadcasts can have one
 */
public record LadderPolicy(int cores) {

    private static final int FEW_CORES = 2;

    private static final int SMALLEST_FAST_SIDE = 720;
    private static final double FAST = 45;
    private static final double MORE_FOR_FAST = 1.4;

    /** A rung that saves less is not worth a processor. */
    private static final double WORTH_IT = 0.8;

    /** Largest first; empty when the source needs none. */
    public List<Rung> rungsFor(SourcePicture source) {
        var rungs = usualSides(source.shorterSide()).stream()
                .map(side -> rung(source, side))
                .filter(rung -> isWorthIt(rung, source))
                .toList();
        var chosen = cores > FEW_CORES || rungs.isEmpty() ? rungs : List.of(onlyRung(source, rungs));
        return chosen.isEmpty() && !playsEverywhere(source.codec()) ? List.of(fallback(source)) : chosen;
    }

    private static List<Integer> usualSides(int source) {
        if (source >= 1440) {
            return List.of(1080, 720, 480, 360);
        }
        if (source >= 1080) {
            return List.of(720, 480, 360);
        }
        if (source >= 720) {
            return List.of(480, 360);
        }
        return source >= 480 ? List.of(360) : List.of();
    }

    /** The step down that helps a slow line: 480 of a full HD picture, 360 of a smaller one. */
    private static Rung onlyRung(SourcePicture source, List<Rung> rungs) {
        int side = source.shorterSide() >= 1080 ? 480 : 360;
        return rungs.stream()
                .filter(rung -> Math.min(rung.width(), rung.height()) <= side)
                .findFirst()
                .orElseGet(rungs::getLast);
    }

    private static boolean playsEverywhere(VideoCodec codec) {
        return switch (codec) {
            case AVC -> true;
            case HEVC, AV1, VP9 -> false;
        };
    }

    /** Some browsers cannot play the source at all: the smallest rung, or its own size again, is better than nothing. */
    private static Rung fallback(SourcePicture source) {
        var usual = usualSides(source.shorterSide());
        return rung(source, usual.isEmpty() ? source.shorterSide() : usual.getLast());
    }

    private static boolean isWorthIt(Rung rung, SourcePicture source) {
        return source.bitsPerSecond() <= 0 || rung.bitsPerSecond() < source.bitsPerSecond() * WORTH_IT;
    }

    private static Rung rung(SourcePicture source, int side) {
        boolean fast = source.framesPerSecond() > FAST;
        boolean halved = fast && side < SMALLEST_FAST_SIDE;
        double rate = rateAt30(side) * (fast && !halved ? MORE_FOR_FAST : 1);
        int even = even(side);
        int other = even((double) side * Math.max(source.width(), source.height()) / source.shorterSide());
        boolean upright = source.height() > source.width();
        return new Rung(
                new RenditionName("h" + side),
                upright ? even : other,
                upright ? other : even,
                (int) Math.round(rate),
                halved);
    }

    /** H.264 in 4:2:0 has no odd sizes. */
    private static int even(double pixels) {
        return Math.max(2, 2 * (int) Math.round(pixels / 2));
    }

    /** Bits per second at 30 frames per second; a source below all rungs, by its pixels against the smallest. */
    private static double rateAt30(int side) {
        return switch (side) {
            case 1080 -> 4_500_000;
            case 720 -> 2_500_000;
            case 480 -> 1_000_000;
            default -> 600_000 * Math.pow(side / 360.0, 2);
        };
    }
}
