// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.transcoder.ffmpeg.EncoderCommand.RungOutput;
import live.tributary.transcoder.ffmpeg.EncoderCommand.SoundOutput;
import live.tributary.transcoder.ffmpeg.EncoderPause.Cause;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.ladder.AacSound;

/**
 * The life of one child: sockets, process, threads, watch, and the end of them all.
 *
 * <p>Its life is led by a virtual thread, which alone waits for anything. {@code offer} belongs to the pipeline;
 * the others may be called from any.
 */
final class EncoderRun {

    private static final Logger log = LoggerFactory.getLogger(EncoderRun.class);

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration TIME_TO_FINISH = Duration.ofSeconds(2);

    /** What came back is all read by then, unless the listener holds it up. */
    private static final Duration TIME_TO_READ = Duration.ofSeconds(2);

    /** Below live video, above what can wait. */
    private static final int NICENESS = 5;

    /** Hears of the turns of a run, on its thread, but never after its end. */
    interface Owner {

        /** It cannot keep up with its rungs. */
        void onBehind(EncoderRun run);

        /**
         * Nothing of it is left.
         *
         * @param lasted from the start of the child
         */
        void onEnded(EncoderRun run, EncoderPause pause, Duration lasted);
    }

    private final String channel;
    private final FfmpegExecutable executable;
    private final EncoderOptions options;
    private final RunPlan plan;
    private final Owner owner;
    private final Feed feed;
    private final List<ReturnPath> paths = new ArrayList<>();
    private final LastWords words;
    private final FallingBehind behind;
    private final CompletableFuture<Void> before;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final AtomicReference<@Nullable EncoderPause> asked = new AtomicReference<>();
    private final AtomicReference<@Nullable EncoderPause> fault = new AtomicReference<>();
    private final long startedNanos = System.nanoTime();
    private volatile long askedNanos;
    private volatile long residentBytes;
    private volatile Duration processorTime = Duration.ZERO;
    private volatile long pid;

    EncoderRun(
            String channel,
            FfmpegExecutable executable,
            EncoderOptions options,
            RunPlan plan,
            CompletableFuture<Void> before,
            EncoderListener listener,
            Owner owner) {
        this.channel = channel;
        this.executable = executable;
        this.options = options;
        this.plan = plan;
        this.before = before;
        this.owner = owner;
        this.feed = new Feed(plan, options.patience().queue().toMillis());
        this.words = new LastWords(channel);
        this.behind = new FallingBehind(options.patience());
        for (var rung : plan.rungs()) {
            paths.add(new ReturnPath(rung.name(), rung.bitsPerSecond(), plan, feed.pictures(), listener, this::fail));
        }
        plan.sound()
                .ifPresent(_ -> paths.add(new ReturnPath(
                        RenditionName.AAC, AacSound.BITS_PER_SECOND, plan, feed.sound(), listener, this::fail)));
    }

    void start() {
        Thread.ofVirtual().name("encoder-" + channel).start(this::live);
    }

    RunPlan plan() {
        return plan;
    }

    void offer(EncoderPicture picture) {
        feed.offer(picture);
    }

    void offer(EncoderSound sound) {
        feed.offer(sound);
    }

    /** Ends it, but this caller does not wait: what was offered still comes back, if it does within some seconds. */
    void finish(EncoderPause pause) {
        askedNanos = System.nanoTime();
        asked.compareAndSet(null, pause);
        feed.end();
    }

    private void fail(EncoderPause pause) {
        fault.compareAndSet(null, pause);
    }

    /** Done when nothing of it is left and the listener heard the last of it. */
    CompletableFuture<Void> over() {
        return over;
    }

    boolean isOlderThan(Duration age) {
        return System.nanoTime() - startedNanos > age.toNanos();
    }

    boolean gaveSomething() {
        return paths.stream().anyMatch(ReturnPath::begun);
    }

    private void live() {
        var pause = new EncoderPause(Cause.NOT_STARTED, "interrupted");
        try {
            pause = runChild();
        } catch (IOException e) {
            pause = new EncoderPause(Cause.NOT_STARTED, e.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            feed.abandon();
            var lasted = Duration.ofNanos(System.nanoTime() - startedNanos);
            log.info(
                    "encoder run ended channel={} pid={} cause={} detail=\"{}\" after={}",
                    channel,
                    pid,
                    pause.cause(),
                    pause.detail(),
                    lasted);
            try {
                owner.onEnded(this, pause, lasted);
            } finally {
                over.complete(null);
            }
        }
    }

    private EncoderPause runChild() throws IOException, InterruptedException {
        var sockets = new ArrayList<ReturnSocket>();
        try (var folder = RunFolder.create(options.directory())) {
            for (var path : paths) {
                sockets.add(ReturnSocket.open(folder.path(), path.name()));
            }
            var child = Child.start(command(sockets), folder.path(), NICENESS, Redirect.DISCARD);
            pid = child.pid();
            log.info("encoder run started channel={} pid={} makes={}", channel, pid, plan.names());
            var readers = connect(child, sockets);
            try {
                return watch(child);
            } finally {
                child.kill();
                close(sockets);
                await(readers);
            }
        } finally {
            close(sockets);
        }
    }

    /** Closes those that no child ever came to; the others are closed. */
    private static void close(List<ReturnSocket> sockets) throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }

    private List<String> command(List<ReturnSocket> sockets) {
        var rungs = new ArrayList<RungOutput>();
        for (int i = 0; i < plan.rungs().size(); i++) {
            rungs.add(new RungOutput(plan.rungs().get(i), sockets.get(i).url()));
        }
        var sound = plan.sound().isPresent()
                ? List.of(new SoundOutput(sockets.getLast().url()))
                : List.<SoundOutput>of();
        return new EncoderCommand(executable.path(), plan.coder(), rungs, sound).arguments();
    }

    /**
     * All on threads of the system: pipes hold on to a virtual thread's carrier, and a reader that packages what comes back
     * must not wait for one while it is at work.
     */
    private List<Thread> connect(Child child, List<ReturnSocket> sockets) {
        Thread.ofPlatform().daemon().name("encoder-feed-" + channel).start(() -> feed.writeTo(child.input()));
        Thread.ofPlatform()
                .daemon()
                .name("encoder-words-" + channel)
                .start(() -> words.drain(new InputStreamReader(child.errors(), StandardCharsets.UTF_8)));
        var readers = new ArrayList<Thread>();
        for (int i = 0; i < paths.size(); i++) {
            var path = paths.get(i);
            var socket = sockets.get(i);
            readers.add(Thread.ofPlatform()
                    .daemon()
                    .name("encoder-%s-%s".formatted(path.name(), channel))
                    .start(() -> path.readFrom(socket, before)));
        }
        return readers;
    }

    private EncoderPause watch(Child child) throws InterruptedException {
        long lookedNanos = System.nanoTime();
        while (true) {
            var code = child.awaitEnd(LOOK_EVERY);
            if (code.isPresent()) {
                return reasonOfEnd(code);
            }
            long now = System.nanoTime();
            residentBytes = child.residentBytes();
            processorTime = child.processorTime();
            var trouble = trouble(now);
            if (trouble.isPresent()) {
                child.end();
                return trouble.get();
            }
            if (behind.judge(lag(), speed(), feed.skips(), Duration.ofNanos(now - lookedNanos))) {
                owner.onBehind(this);
            }
            lookedNanos = now;
        }
    }

    private EncoderPause reasonOfEnd(OptionalInt code) {
        var known = fault.get() == null ? asked.get() : fault.get();
        return known == null
                ? new EncoderPause(Cause.DIED, "exit code %d: %s".formatted(code.getAsInt(), words.last()))
                : known;
    }

    private Optional<EncoderPause> trouble(long now) {
        if (fault.get() != null) {
            return Optional.ofNullable(fault.get());
        }
        var end = asked.get();
        if (end != null) {
            return now - askedNanos > timeToFinish(end).toNanos() ? Optional.of(end) : Optional.empty();
        }
        if (residentBytes > options.memory().most(paths.size())) {
            return Optional.of(new EncoderPause(Cause.TOO_LARGE, "%d bytes of memory".formatted(residentBytes)));
        }
        return paths.stream().flatMap(path -> tooSilent(path, now).stream()).findFirst();
    }

    /** Pictures that somebody waits for may take as long as the first ones of the run that takes over. */
    private Duration timeToFinish(EncoderPause end) {
        return end.cause() == Cause.REPLACED ? options.patience().firstPicture() : TIME_TO_FINISH;
    }

    private Optional<EncoderPause> tooSilent(ReturnPath path, long now) {
        var patience =
                path.begun() ? options.patience().silence() : options.patience().firstPicture();
        return path.silence(now).compareTo(patience) > 0
                ? Optional.of(new EncoderPause(
                        Cause.HUNG, "nothing of %s for %s: %s".formatted(path.name(), patience, words.last())))
                : Optional.empty();
    }

    /** What a dead child had written is still read, before anybody hears that the run is over. */
    private static void await(List<Thread> readers) throws InterruptedException {
        for (var reader : readers) {
            reader.join(TIME_TO_READ);
        }
    }

    /** Of the slowest rendition. */
    Duration lag() {
        return paths.stream().map(ReturnPath::lag).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** Of the slowest rung; 0 when not known yet. */
    double speed() {
        return paths.stream()
                .mapToDouble(ReturnPath::speed)
                .filter(speed -> speed > 0)
                .min()
                .orElse(0);
    }

    /** Processor seconds for a second of media; 0 when not known yet. */
    double coresUsed() {
        var media = paths.stream()
                .map(ReturnPath::returned)
                .min(Duration::compareTo)
                .orElse(Duration.ZERO);
        return media.compareTo(Duration.ofSeconds(2)) < 0 ? 0 : processorTime.toMillis() / (double) media.toMillis();
    }

    /** The newest picture that it may still give back. */
    long offeredMillis() {
        return feed.pictures().offeredMillis();
    }

    /** The newest picture that it gave back, on any rung. */
    long returnedMillis() {
        return paths.stream()
                .filter(path -> !path.name().equals(RenditionName.AAC))
                .mapToLong(ReturnPath::newestMillis)
                .max()
                .orElse(Long.MIN_VALUE);
    }

    long residentBytes() {
        return residentBytes;
    }

    long skippedPictures() {
        return feed.skippedPictures();
    }
}
