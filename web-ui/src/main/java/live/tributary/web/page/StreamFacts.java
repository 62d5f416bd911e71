// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.time.Duration;

/** What the node knows about the encoder's connection. */
public sealed interface StreamFacts {

    /** No encoder is connected. */
    record None() implements StreamFacts {}

    /**
     * Figures of the connection. Text that is not known yet is empty, a figure that is not known yet is zero.
     *
     * @param encoder what the encoder calls itself
     * @param videoCodec such as {@code H.264}
     * @param width pixels
     * @param height pixels
     * @param audioCodec such as {@code AAC}
     * @param bitsPerSecond over the last seconds, all tracks
     * @param keyFrameInterval between the last two key frames
     * @param roundTrip to the encoder and back
     * @param droppedFrames left out because the node could not keep up
     */
    record Connected(
            String encoder,
            String videoCodec,
            int width,
            int height,
            double framesPerSecond,
            String audioCodec,
            long bitsPerSecond,
            Duration keyFrameInterval,
            Duration roundTrip,
            long droppedFrames)
            implements StreamFacts {}
}
