// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

import live.tributary.node.health.EncoderSpeed;
import live.tributary.node.health.Level;
import live.tributary.transcoder.PipelineFigures;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.media.StreamFigures;
import live.tributary.transcoder.media.StreamProblem;
import live.tributary.transcoder.packager.RungFigures;

/**
 * One line of the ladder: a quality that viewers may choose, or what none of them gets.
 *
 * @param codec such as {@code H.264}
 * @param width pixels, 0 for sound; likewise the height and the rate
 * @param encoderSpeed media seconds a second, 0 where nothing is encoded now
 * @param watching players that follow it now, as far as their requests tell
 */
public record LadderLine(
        Kind kind,
        String codec,
        int width,
        int height,
        double framesPerSecond,
        long bitsPerSecond,
        double encoderSpeed,
        int watching) {

    /** Where it comes from, and whether it is shown. */
    public enum Kind {
        /** The picture as the encoder of the streamer sends it. */
        SOURCE,
        /** A smaller picture that this node makes. */
        ENCODED,
        /** A smaller picture that the streamer sends, on a further track. */
        SENT,
        /** Sound alone, as sent. */
        AUDIO,
        /** The same sound in AAC, which this node makes for those who cannot play it as sent. */
        ENCODED_AUDIO,
        /** No quality: a further track of the streamer's that does not fit. */
        LEFT_OUT
    }

    /** What became of a further track that nobody gets. */
    private static final LadderLine LEFT_OUT = new LadderLine(Kind.LEFT_OUT, "", 0, 0, 0, 0, 0, 0);

    /** All of a broadcast: the picture as sent, the smaller ones, the sound and its AAC, and what is left out. */
    static List<LadderLine> of(
            PipelineFigures figures, Set<StreamProblem.Kind> problems, ToIntFunction<RenditionName> watching) {
        var lines = new ArrayList<LadderLine>();
        if (figures.stream().width() > 0) {
            lines.add(picture(figures.stream(), watching.applyAsInt(RenditionName.SOURCE)));
        }
        var further = figures.rungs().stream()
                .map(rung -> further(rung, watching.applyAsInt(rung.name())))
                .collect(Collectors.partitioningBy(line -> line.kind == Kind.ENCODED_AUDIO));
        lines.addAll(further.get(false));
        if (!figures.stream().audioCodecs().isEmpty()) {
            lines.add(sound(figures.stream(), watching.applyAsInt(RenditionName.AUDIO)));
        }
        lines.addAll(further.get(true));
        if (problems.contains(StreamProblem.Kind.EXTRA_TRACK)) {
            lines.add(LEFT_OUT);
        }
        return List.copyOf(lines);
    }

    private static LadderLine picture(StreamFigures media, int watching) {
        return new LadderLine(
                Kind.SOURCE,
                CodecNames.of(media.videoCodecs()),
                media.width(),
                media.height(),
                media.framesPerSecond(),
                media.videoBitsPerSecond() + media.audioBitsPerSecond(),
                0,
                watching);
    }

    private static Kind kindOf(RungFigures rung) {
        if (rung.name().equals(RenditionName.AAC)) {
            return Kind.ENCODED_AUDIO;
        }
        return rung.encoded() ? Kind.ENCODED : Kind.SENT;
    }

    private static LadderLine further(RungFigures rung, int watching) {
        return new LadderLine(
                kindOf(rung),
                CodecNames.of(rung.codecs()),
                rung.width(),
                rung.height(),
                rung.framesPerSecond(),
                rung.bitsPerSecond(),
                rung.encoderSpeed(),
                watching);
    }

    private static LadderLine sound(StreamFigures media, int watching) {
        return new LadderLine(
                Kind.AUDIO, CodecNames.of(media.audioCodecs()), 0, 0, 0, media.audioBitsPerSecond(), 0, watching);
    }

    /** Whether its encoder keeps up. */
    public Level keepsUp() {
        return EncoderSpeed.judge(encoderSpeed);
    }
}
