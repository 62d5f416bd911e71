// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.node.studio.LadderProperties.Encode;
import live.tributary.transcoder.FfmpegLadders;
import live.tributary.transcoder.ffmpeg.EncoderOptions;
import live.tributary.transcoder.ffmpeg.FfmpegEncoders;
import live.tributary.transcoder.ffmpeg.FfmpegExecutable;
import live.tributary.transcoder.ffmpeg.SpeedTest;
import live.tributary.transcoder.ffmpeg.VideoCoder;
import live.tributary.transcoder.ladder.Admission;
import live.tributary.transcoder.ladder.EncodingCost;
import live.tributary.transcoder.ladder.LadderPolicy;
import live.tributary.transcoder.packager.Ladders;

/**
 * The smaller pictures of this node, or the reason why there are none: the source never depends on them. Safe for any
 * thread.
 */
public final class NodeLadders implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(NodeLadders.class);

    private final @Nullable FfmpegEncoders encoders;
    private final @Nullable FfmpegLadders ladders;

    private NodeLadders(@Nullable FfmpegEncoders encoders, @Nullable FfmpegLadders ladders) {
        this.encoders = encoders;
        this.ladders = ladders;
    }

    /**
     * Looks for the program, and sweeps what a killed node left.
     *
     * @param directory of sockets; one node, one directory
     */
    static NodeLadders open(MediaProgram program, Path directory, LadderProperties properties) {
        return properties.encode() == Encode.NEVER
                ? none()
                : program.find()
                        .map(executable -> open(executable, directory, properties))
                        .orElseGet(NodeLadders::none);
    }

    private static NodeLadders none() {
        return new NodeLadders(null, null);
    }

    private static NodeLadders open(FfmpegExecutable executable, Path directory, LadderProperties properties) {
        try {
            var options = EncoderOptions.in(directory).with(working(executable, properties.coder()));
            var encoders = FfmpegEncoders.open(executable, options);
            var cores = properties.usableCores();
            return new NodeLadders(
                    encoders,
                    new FfmpegLadders(
                            encoders,
                            new Admission(cores, EncodingCost.ASSUMED),
                            new LadderPolicy(cores),
                            properties.encode() == Encode.ALWAYS));
        } catch (IOException e) {
            log.warn("no smaller pictures: cannot use {}", directory, e);
            return none();
        }
    }

    /** The coder asked for, if it proves to work here; a processor always does. */
    private static VideoCoder working(FfmpegExecutable executable, VideoCoder asked) throws IOException {
        if (asked == VideoCoder.X264) {
            return asked;
        }
        try {
            if (SpeedTest.run(executable, asked) instanceof SpeedTest.Measured measured && measured.isFastEnough()) {
                return asked;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        log.warn("{} does not encode fast enough here, x264 is taken instead; see ./tributary doctor", asked);
        return VideoCoder.X264;
    }

    /** Those of one channel. */
    Ladders of(String channel) {
        return Optional.ofNullable(ladders).map(found -> found.of(channel)).orElse(Ladders.NONE);
    }

    /** Ends every encoder; waits some seconds at most. */
    @Override
    public void close() {
        if (encoders != null) {
            encoders.close();
        }
    }
}
