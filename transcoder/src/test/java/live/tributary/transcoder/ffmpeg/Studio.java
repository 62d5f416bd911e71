// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.Waiting;
import live.tributary.transcoder.clip.Clip;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.ladder.Rung;
import live.tributary.transcoder.media.AccessUnit;
import live.tributary.transcoder.media.AudioCodec;
import live.tributary.transcoder.media.MediaInput;
import live.tributary.transcoder.media.TrackConfiguration;
import live.tributary.transcoder.media.VideoCodec;

/** One broadcast of a clip into a real encoder, on a broadcast clock that lies beyond 32 bits. */
final class Studio implements AutoCloseable {

    static final RenditionName H180 = new RenditionName("h180");
    static final RenditionName H90 = new RenditionName("h90");
    static final Rung LARGE = new Rung(H180, 320, 180, 300_000, false);
    static final Rung SMALL = new Rung(H90, 160, 90, 100_000, true);

    /** A broadcast of seven weeks. */
    static final long CLOCK_MILLIS = (1L << 32) - 500;

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path directory;
    private final FfmpegEncoders encoders;
    private final Encoder encoder;
    private List<MediaInput> inputs;
    private final List<EncoderPicture> offered = new ArrayList<>();
    private long shiftMillis = CLOCK_MILLIS;

    Studio(Path executable, EncoderOptions options, Clip clip, EncoderListener listener) throws IOException {
        this.directory = options.directory();
        this.encoders = FfmpegEncoders.open(new FfmpegExecutable(executable), options);
        this.encoder = encoders.encoder("test", List.of(SMALL, LARGE), listener);
        this.inputs = clip.inputs();
    }

    static Studio of(Path folder, Clip clip, EncoderListener listener) throws IOException {
        return new Studio(Programs.bundledFfmpeg(), EncoderOptions.in(folder.resolve("encoder")), clip, listener);
    }

    Encoder encoder() {
        return encoder;
    }

    /** Everything, as fast as the encoder takes it. */
    void play() {
        play(units -> true);
    }

    /** Goes on with another clip. */
    void playOn(Clip clip) {
        // Beyond the last picture that is shown later than it is decoded.
        shiftMillis += lengthMillis(pictures()) + 200;
        inputs = clip.inputs();
        play();
    }

    /** Those units of it that something holds for. */
    void play(Predicate<AccessUnit> which) {
        for (var input : inputs) {
            if (input instanceof TrackConfiguration configuration) {
                encoder.configure(configuration);
            } else if (input instanceof AccessUnit unit && which.test(unit)) {
                Waiting.until("room in the encoder", PATIENCE, this::hasRoom);
                offer(unit);
            }
        }
    }

    /** The clip again and again in live pace, until something has happened. */
    void loopUntil(String what, BooleanSupplier happened) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        var pictures = pictures();
        while (true) {
            for (var unit : pictures) {
                if (happened.getAsBoolean()) {
                    return;
                }
                if (System.nanoTime() - deadline > 0) {
                    throw new AssertionError("not within %s: %s, %s".formatted(PATIENCE, what, encoder.figures()));
                }
                offer(unit);
                LockSupport.parkNanos(Duration.ofMillis(33).toNanos());
            }
            shiftMillis += lengthMillis(pictures);
        }
    }

    /** Ends the broadcast once the encoder is close behind it. */
    void end() {
        Waiting.until("little to do", PATIENCE, () -> encoder.figures().lag().compareTo(Duration.ofMillis(300)) < 0);
        encoder.close();
    }

    /** The clip that many times, without a pause. */
    void offerAtOnce(int times) {
        for (int i = 0; i < times; i++) {
            pictures().forEach(this::offer);
            shiftMillis += lengthMillis(pictures());
        }
    }

    /** The clip once in live pace, each picture changed. */
    void loopOnce(UnaryOperator<AccessUnit> change) {
        for (var unit : pictures()) {
            offer(change.apply(unit));
            LockSupport.parkNanos(Duration.ofMillis(33).toNanos());
        }
        shiftMillis += lengthMillis(pictures());
    }

    void configure() {
        inputs.stream()
                .filter(TrackConfiguration.class::isInstance)
                .forEach(configuration -> encoder.configure((TrackConfiguration) configuration));
    }

    List<AccessUnit> pictures() {
        return inputs.stream()
                .filter(input -> input instanceof AccessUnit unit && unit.codec() instanceof VideoCodec)
                .map(AccessUnit.class::cast)
                .toList();
    }

    List<AccessUnit> sounds() {
        return inputs.stream()
                .filter(input -> input instanceof AccessUnit unit && unit.codec() instanceof AudioCodec)
                .map(AccessUnit.class::cast)
                .toList();
    }

    /** What lies between the clip's clock and the broadcast's. */
    long shiftMillis() {
        return shiftMillis;
    }

    private static long lengthMillis(List<AccessUnit> pictures) {
        return pictures.getLast().decodeTime().milliseconds()
                - pictures.getFirst().decodeTime().milliseconds()
                + 33;
    }

    private boolean hasRoom() {
        return encoder.figures().lag().compareTo(Duration.ofMillis(900)) < 0;
    }

    void offer(AccessUnit unit) {
        long millis = shiftMillis + unit.decodeTime().milliseconds();
        if (unit.codec() instanceof VideoCodec) {
            var picture = new EncoderPicture(millis, unit.compositionOffset(), unit.keyFrame(), unit.data());
            offered.add(picture);
            encoder.offer(picture);
        } else {
            encoder.offer(new EncoderSound(millis, unit.data()));
        }
    }

    /** When each offered picture is shown, in that order. */
    List<Long> offeredTimes() {
        return offered.stream().map(EncoderPicture::presentationMillis).sorted().toList();
    }

    List<Long> offeredKeyTimes() {
        return offered.stream()
                .filter(EncoderPicture::keyFrame)
                .map(EncoderPicture::presentationMillis)
                .sorted()
                .toList();
    }

    void want(RenditionName... rungs) {
        encoder.want(Arrays.stream(rungs).collect(Collectors.toUnmodifiableSet()));
    }

    /** The process ids of children that serve this studio. */
    Set<Long> children() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .filter(child -> child.info().commandLine().orElse("").contains(directory.toString()))
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }

    /** What is in its directory. */
    List<Path> leftOvers() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> !file.equals(directory)).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        encoder.close();
        encoders.close();
    }
}
