// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.api;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

import live.tributary.node.studio.ConnectionFacts;

/**
 * {@code StudioChannel} of the contract.
 *
 * @param channel as everybody sees it
 * @param about what is said of this broadcast, or of the next one
 * @param facts left out while no encoder is connected
 * @param health left out where nothing is on air, or was a moment ago
 * @param ladder what viewers may choose, best first
 * @param viewersElsewhere how many watch on other servers, as these say
 * @param last how the last broadcast went; left out while one is open, and before the first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StudioAnswer(
        @JsonUnwrapped ChannelAnswer channel,
        AboutAnswer about,
        String light,
        @Nullable Facts facts,
        @Nullable HealthAnswer health,
        List<RungAnswer> ladder,
        long viewersElsewhere,
        @Nullable LastBroadcast last,
        List<String> problems,
        List<Refused> refused) {

    /** {@code RefusedTry} of the contract. */
    record Refused(Instant at, String reason) {}

    /** {@code Facts} of the contract. */
    record Facts(
            Instant since,
            String encoder,
            boolean stalled,
            String videoCodec,
            int width,
            int height,
            double framesPerSecond,
            String audioCodec,
            long bitsPerSecond,
            long videoBitsPerSecond,
            long audioBitsPerSecond,
            double keyFrameSeconds,
            long roundTripMillis,
            long droppedFrames) {

        private static final double MILLIS_PER_SECOND = 1_000;

        static Facts of(ConnectionFacts facts) {
            return new Facts(
                    facts.since(),
                    facts.encoder(),
                    facts.stalled(),
                    facts.videoCodec(),
                    facts.width(),
                    facts.height(),
                    facts.framesPerSecond(),
                    facts.audioCodec(),
                    facts.videoBitsPerSecond() + facts.audioBitsPerSecond(),
                    facts.videoBitsPerSecond(),
                    facts.audioBitsPerSecond(),
                    facts.keyFrameInterval().toMillis() / MILLIS_PER_SECOND,
                    facts.roundTrip().toMillis(),
                    facts.dropped());
        }
    }
}
