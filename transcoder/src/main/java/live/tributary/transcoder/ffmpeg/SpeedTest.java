// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import live.tributary.transcoder.ffmpeg.EncoderCommand.RungOutput;
import live.tributary.transcoder.ladder.EncodingCost;
import live.tributary.transcoder.ladder.LadderPolicy;
import live.tributary.transcoder.ladder.Rung;
import live.tributary.transcoder.ladder.SourcePicture;
import live.tributary.transcoder.media.VideoCodec;

/**
 * Measures what encoding costs on this machine: five seconds of a moving picture of 720p at 30 frames per second, decoded
 * alone, and decoded and encoded as 480p and 360p.
 */
public final class SpeedTest {

    /** A coder must be so much faster than live, or its first bad moment is a stall. */
    public static final double FAST_ENOUGH = 1.3;

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final int SECONDS = 5;
    private static final SourcePicture SOURCE = new SourcePicture(VideoCodec.AVC, 1280, 720, 30, 0);
    private static final List<Rung> LADDER = new LadderPolicy(Integer.MAX_VALUE).rungsFor(SOURCE);
    private static final Pattern BENCHMARK = Pattern.compile("utime=([0-9.]+)s stime=([0-9.]+)s rtime=([0-9.]+)s");
    private static final double LEAST_COST = 0.0001;
    private static final double MILLION = 1e6;

    private SpeedTest() {}

    /** What the measurement came to. */
    public sealed interface Result {}

    /**
     * It encodes.
     *
     * @param cost for {@link live.tributary.transcoder.ladder.Admission}
     * @param speed seconds of media in a second, all cores at work
     */
    public record Measured(EncodingCost cost, double speed) implements Result {

        public boolean isFastEnough() {
            return speed >= FAST_ENOUGH;
        }
    }

    /**
     * It does not.
     *
     * @param output what the program said, up to 64 KiB
     */
    public record Failed(String output) implements Result {}

    /** Processor seconds and seconds on the clock, as ffmpeg tells them. */
    private record Effort(double processorSeconds, double seconds) {}

    private static final class CannotMeasure extends Exception {

        private final String output;

        CannotMeasure(String output) {
            super(output);
            this.output = output;
        }
    }

    /** Blocks for some seconds, three minutes at most, and keeps the machine busy meanwhile. */
    public static Result run(FfmpegExecutable executable, VideoCoder coder) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("speed-");
        Path clip = folder.resolve("clip.flv");
        try {
            return measure(executable, coder, clip);
        } catch (CannotMeasure e) {
            return new Failed(e.output);
        } finally {
            Files.deleteIfExists(clip);
            Files.delete(folder);
        }
    }

    private static Result measure(FfmpegExecutable executable, VideoCoder coder, Path clip)
            throws IOException, InterruptedException, CannotMeasure {
        run(
                executable,
                "-y -f lavfi -i testsrc2=size=1280x720:rate=30 -t " + SECONDS
                        + " -c:v libx264 -preset veryfast -bf 2 -b:v 2500k -pix_fmt yuv420p -f flv " + clip);
        var decoded = run(executable, "-f flv -i " + clip + " -f null -");
        var encoded = run(executable, encoding(coder, clip));
        double sourcePixels = 1280.0 * 720 * 30 * SECONDS / MILLION;
        double rungPixels = LADDER.stream().mapToDouble(Rung::pixels).sum() * 30 * SECONDS / MILLION;
        var cost = new EncodingCost(
                Math.max(LEAST_COST, decoded.processorSeconds() / sourcePixels),
                Math.max(LEAST_COST, (encoded.processorSeconds() - decoded.processorSeconds()) / rungPixels));
        return new Measured(cost, SECONDS / Math.max(0.001, encoded.seconds()));
    }

    /** The very arguments of a broadcast's child, with files and nothing at the ends. */
    private static List<String> encoding(VideoCoder coder, Path clip) {
        var outputs =
                LADDER.stream().map(rung -> new RungOutput(rung, "/dev/null")).toList();
        var arguments = new ArrayList<>(new EncoderCommand(Path.of("ffmpeg"), coder, outputs, List.of()).arguments());
        arguments.removeFirst();
        arguments.replaceAll(argument -> argument.equals("pipe:0") ? clip.toString() : argument);
        arguments.replaceAll(argument -> argument.equals("pipe") ? "file" : argument);
        arguments.addFirst("-y");
        return arguments;
    }

    private static Effort run(FfmpegExecutable executable, String options)
            throws IOException, InterruptedException, CannotMeasure {
        return run(executable, List.of(options.split(" ")));
    }

    private static Effort run(FfmpegExecutable executable, List<String> options)
            throws IOException, InterruptedException, CannotMeasure {
        var command = new ArrayList<>(List.of(executable.path().toString(), "-hide_banner", "-nostats", "-benchmark"));
        command.addAll(options);
        // The benchmark is told at this level; a later option wins over an earlier one.
        command.replaceAll(option -> option.equals("warning") ? "info" : option);
        var run = ShortRun.of(command, DEADLINE);
        var benchmark = BENCHMARK.matcher(run.output());
        if (!run.succeeded() || !benchmark.find()) {
            throw new CannotMeasure(run.output());
        }
        return new Effort(
                Double.parseDouble(benchmark.group(1)) + Double.parseDouble(benchmark.group(2)),
                Double.parseDouble(benchmark.group(3)));
    }
}
