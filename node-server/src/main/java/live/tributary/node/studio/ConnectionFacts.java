// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.time.Duration;
import java.time.Instant;

/**
 * What the node knows of a publisher's connection, for the one who streams. A text that is not known yet is empty, a
 * figure that is not known yet is zero.
 *
 * @param since when it was accepted
 * @param encoder what the encoder calls itself
 * @param stalled nothing has come for five seconds
 * @param videoCodec such as {@code H.264}
 * @param width pixels
 * @param height pixels
 * @param audioCodec such as {@code AAC}
 * @param videoBitsPerSecond over the last two seconds of media
 * @param audioBitsPerSecond over the last two seconds of media
 * @param keyFrameInterval between the last two key frames
 * @param roundTrip to the encoder and back
 * @param dropped frames left out by the node since the broadcast began
 */
public record ConnectionFacts(
        Instant since,
        String encoder,
        boolean stalled,
        String videoCodec,
        int width,
        int height,
        double framesPerSecond,
        String audioCodec,
        long videoBitsPerSecond,
        long audioBitsPerSecond,
        Duration keyFrameInterval,
        Duration roundTrip,
        long dropped) {}
