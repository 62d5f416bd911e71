// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How the encoder children of a node work and what they may cost.
 *
 * @param directory where each run has a folder of its own for its sockets, mode 0700; made if missing, and swept when
 *     the node starts
 * @param coder what makes H.264 of the pictures
 */
public record EncoderOptions(
        Path directory, VideoCoder coder, Patience patience, Restarts restarts, ChildMemory memory) {

    /** The figures of the design, with x264. */
    public static EncoderOptions in(Path directory) {
        return new EncoderOptions(directory, VideoCoder.X264, Patience.DEFAULT, Restarts.DEFAULT, ChildMemory.DEFAULT);
    }

    public EncoderOptions with(VideoCoder coder) {
        return new EncoderOptions(directory, coder, patience, restarts, memory);
    }

    /**
     * How long a child may keep us waiting.
     *
     * @param firstPicture from its first frame to the first picture that comes back
     * @param silence without anything back while it is fed
     * @param queue media time that may wait for it; beyond it, pictures are skipped up to the next key frame
     * @param lag how far what comes back may be behind what was offered
     * @param behind how long it may stay behind before its largest rung is dropped
     * @param oldest a run of this age is replaced at a key frame: FLV counts 32 bits of milliseconds
     */
    public record Patience(
            Duration firstPicture, Duration silence, Duration queue, Duration lag, Duration behind, Duration oldest) {

        static final Patience DEFAULT = new Patience(
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                Duration.ofSeconds(3),
                Duration.ofDays(20));

        public Patience {
            if (oldest.compareTo(Duration.ofDays(24)) > 0) {
                throw new IllegalArgumentException("signed 32 bits of milliseconds last 24 days: " + oldest);
            }
        }
    }

    /**
     * What happens after a death.
     *
     * @param backOff waiting times before the first, second and later restarts
     * @param healthyAfter a run that lasted so long makes the next waiting time the first again
     * @param mostDeaths as many within {@code window} and the encoder is given up until the next broadcast
     */
    public record Restarts(List<Duration> backOff, Duration healthyAfter, int mostDeaths, Duration window) {

        static final Restarts DEFAULT = new Restarts(
                List.of(Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(2)),
                Duration.ofSeconds(60),
                3,
                Duration.ofMinutes(1));

        public Restarts {
            backOff = List.copyOf(backOff);
            if (backOff.isEmpty() || mostDeaths < 1) {
                throw new IllegalArgumentException("back-off %s, %d deaths".formatted(backOff, mostDeaths));
            }
        }
    }

    /**
     * What a child may take.
     *
     * @param baseBytes of a child that makes nothing
     * @param bytesPerRung more for each rung
     */
    public record ChildMemory(long baseBytes, long bytesPerRung) {

        static final ChildMemory DEFAULT = new ChildMemory(512L << 20, 64L << 20);

        long most(int rungs) {
            return baseBytes + rungs * bytesPerRung;
        }
    }
}
