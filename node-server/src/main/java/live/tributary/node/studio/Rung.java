// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.util.ArrayList;
import java.util.List;

import live.tributary.node.health.EncoderSpeed;
import live.tributary.node.health.Level;
import live.tributary.transcoder.media.StreamFigures;

/**
 * One quality that viewers may choose.
 *
 * @param codec such as {@code H.264}
 * @param width pixels, 0 for sound; likewise the height and the rate
 * @param encoderSpeed media seconds a second, 0 where nothing is encoded
 */
public record Rung(
        Kind kind,
        String codec,
        int width,
        int height,
        double framesPerSecond,
        long bitsPerSecond,
        double encoderSpeed) {

    /** Where a rung comes from. */
    public enum Kind {
        /** The picture as the encoder of the streamer sends it. */
        SOURCE,
        /** A smaller picture that this node makes. */
        ENCODED,
        /** Sound alone, as sent. */
        AUDIO
    }

    /** What the node passes on without encoding. */
    static List<Rung> asSent(StreamFigures media) {
        var rungs = new ArrayList<Rung>();
        if (media.width() > 0) {
            rungs.add(new Rung(
                    Kind.SOURCE,
                    CodecNames.of(media.videoCodecs()),
                    media.width(),
                    media.height(),
                    media.framesPerSecond(),
                    media.videoBitsPerSecond() + media.audioBitsPerSecond(),
                    0));
        }
        if (!media.audioCodecs().isEmpty()) {
            rungs.add(new Rung(Kind.AUDIO, CodecNames.of(media.audioCodecs()), 0, 0, 0, media.audioBitsPerSecond(), 0));
        }
        return List.copyOf(rungs);
    }

    /** Whether its encoder keeps up. */
    public Level keepsUp() {
        return EncoderSpeed.judge(encoderSpeed);
    }
}
