// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.api;

import java.time.Instant;
import java.util.List;

import live.tributary.node.health.HealthRecord;

/** {@code LastBroadcast} of the contract. */
record LastBroadcast(
        Instant openedAt,
        Instant endedAt,
        int goodSeconds,
        List<Trouble> troubles,
        long bitsPerSecond,
        long frames,
        long missedFrames,
        long lateFrames,
        long leftOutFrames,
        double longestKeyFrameSeconds,
        int losses,
        int takeOvers,
        double loudnessLufs,
        int players,
        int smoothPlayers) {

    private static final double MILLIS_PER_SECOND = 1_000;

    /** {@code Trouble} of the contract. */
    record Trouble(String cause, int seconds) {}

    static LastBroadcast of(HealthRecord kept) {
        var figures = kept.figures();
        return new LastBroadcast(
                kept.openedAt(),
                kept.endedAt(),
                kept.goodSeconds(),
                kept.troubles().stream()
                        .map(trouble -> new Trouble(Words.of(trouble.cause()), trouble.seconds()))
                        .toList(),
                figures.bitsPerSecond(),
                figures.frames(),
                figures.missedFrames(),
                figures.lateFrames(),
                figures.leftOutFrames(),
                figures.longestKeyFrameMillis() / MILLIS_PER_SECOND,
                figures.losses(),
                figures.takeOvers(),
                figures.lufs(),
                kept.players(),
                kept.smoothPlayers());
    }
}
