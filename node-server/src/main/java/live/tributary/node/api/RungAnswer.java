// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.api;

import live.tributary.node.studio.LadderLine;

/** {@code Rung} of the contract. */
record RungAnswer(
        String kind,
        String codec,
        int width,
        int height,
        double framesPerSecond,
        long bitsPerSecond,
        double encoderSpeed,
        int watching,
        String keepsUp) {

    static RungAnswer of(LadderLine rung) {
        return new RungAnswer(
                Words.of(rung.kind()),
                rung.codec(),
                rung.width(),
                rung.height(),
                rung.framesPerSecond(),
                rung.bitsPerSecond(),
                rung.encoderSpeed(),
                rung.watching(),
                Words.of(rung.keepsUp()));
    }
}
