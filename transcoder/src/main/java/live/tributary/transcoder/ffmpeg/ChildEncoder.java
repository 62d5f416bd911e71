// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.transcoder.ffmpeg.EncoderPause.Cause;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.ladder.Rung;
import live.tributary.transcoder.media.TrackConfiguration;
import live.tributary.transcoder.media.VideoCodec;

/**
 * Decides when a child runs and what it makes; {@link EncoderRun} knows how.
 *
 * <p>The lock is held for decisions only, never while anything waits or the listener is called: so nobody blocks.
 */
final class ChildEncoder implements Encoder, EncoderRun.Owner {

    private static final Logger log = LoggerFactory.getLogger(ChildEncoder.class);

    private final String channel;
    private final FfmpegExecutable executable;
    private final EncoderOptions options;
    private final WantedRungs wanted;
    private final EncoderListener listener;
    private final ReentrantLock lock = new ReentrantLock();
    private final KeptInput input = new KeptInput();
    private final Set<EncoderRun> running = new HashSet<>();
    private final Deaths deaths;
    private VideoCoder coder;
    private @Nullable EncoderRun current;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
    private long restNanos;
    private long restedSinceNanos;
    private long diedInGopMillis = Long.MIN_VALUE;
    private long shunnedGopMillis = Long.MIN_VALUE;
    private long shownMillis = Long.MIN_VALUE;
    private long skippedByEnded;
    private boolean givenUp;
    private boolean closed;

    ChildEncoder(
            String channel,
            FfmpegExecutable executable,
            EncoderOptions options,
            List<Rung> ladder,
            EncoderListener listener) {
        this.channel = channel;
        this.executable = executable;
        this.options = options;
        this.wanted = new WantedRungs(ladder);
        this.listener = listener;
        this.deaths = new Deaths(options.restarts());
        this.coder = options.coder();
    }

    @Override
    public void configure(TrackConfiguration configuration) {
        lock.lock();
        try {
            if (input.configure(configuration) && concerns(configuration)) {
                replace();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean concerns(TrackConfiguration configuration) {
        return configuration.codec() instanceof VideoCodec
                || (current != null && current.plan().sound().isPresent());
    }

    @Override
    public void offer(EncoderPicture picture) {
        lock.lock();
        try {
            input.add(picture);
            if (current != null && picture.keyFrame() && isOutdated(current)) {
                replace();
            }
            if (current != null) {
                current.offer(picture);
            } else if (!wantedRungs().isEmpty() && canBegin()) {
                startWithPictures(picture);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void offer(EncoderSound unit) {
        lock.lock();
        try {
            input.add(unit);
            if (current != null) {
                current.offer(unit);
            } else if (wantsSound() && wantedRungs().isEmpty()) {
                var gop = input.gop();
                long from = gop.isEmpty() ? unit.millis() : Math.min(unit.millis(), gop.startMillis());
                start(from, unit.millis() - from);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void want(Set<RenditionName> rungs) {
        lock.lock();
        try {
            wanted.replace(rungs);
            obeyWish();
        } finally {
            lock.unlock();
        }
    }

    /** What need not wait for a key frame happens at once. */
    private void obeyWish() {
        boolean pictures = !wantedRungs().isEmpty();
        if (current != null && !pictures && !wantsSound()) {
            finish(new EncoderPause(Cause.NOT_WANTED, "nobody watches"));
        } else if (current != null && pictures != current.plan().video().isPresent()) {
            replace();
        }
        if (current == null && pictures && canBegin()) {
            startWithPictures(input.gop().pictures().getLast());
        }
    }

    /** A rung never shows a stretch twice: after a run that showed the newest key frame, another waits for the next. */
    private boolean canBegin() {
        var gop = input.gop();
        return !gop.isEmpty() && gop.startMillis() != shunnedGopMillis && gop.firstShownMillis() > shownMillis;
    }

    private List<Rung> wantedRungs() {
        return input.picture() == null ? List.of() : wanted.rungs();
    }

    private boolean wantsSound() {
        return wanted.sound() && input.sound() != null;
    }

    private boolean isOutdated(EncoderRun run) {
        return !run.plan().rungs().equals(wantedRungs())
                || run.plan().sound().isPresent() != wantsSound()
                || run.isOlderThan(options.patience().oldest());
    }

    private void replace() {
        finish(new EncoderPause(Cause.REPLACED, "another run takes over"));
    }

    private void finish(EncoderPause pause) {
        if (current != null) {
            // All that it was offered may still come back.
            shownMillis = Math.max(shownMillis, current.offeredMillis());
            current.finish(pause);
            current = null;
        }
    }

    private void startWithPictures(EncoderPicture newest) {
        long from = input.gop().startMillis();
        start(from, newest.decodeMillis() - from);
    }

    /** Begins a run with the newest GOP, unless it is too early after a death. */
    private void start(long startMillis, long headStartMillis) {
        boolean resting = System.nanoTime() - restedSinceNanos < restNanos;
        if (closed || givenUp || resting) {
            return;
        }
        var rungs = wantedRungs();
        var plan = new RunPlan(
                coder,
                rungs,
                rungs.isEmpty() ? null : input.picture(),
                wantsSound() ? input.sound() : null,
                startMillis,
                headStartMillis);
        var run = new EncoderRun(channel, executable, options, plan, last, listener, this);
        input.replay(startMillis, run::offer, run::offer);
        last = run.over();
        current = run;
        running.add(run);
        run.start();
    }

    @Override
    public void onBehind(EncoderRun run) {
        Optional<RenditionName> largest;
        lock.lock();
        try {
            largest = current == run ? wanted.dropLargest() : Optional.empty();
            obeyWish();
        } finally {
            lock.unlock();
        }
        largest.ifPresent(name -> {
            log.warn("encoder fell behind channel={} dropped={}", channel, name);
            listener.onDropped(name);
        });
    }

    @Override
    public void onEnded(EncoderRun run, EncoderPause pause, Duration lasted) {
        boolean hopeless;
        lock.lock();
        try {
            running.remove(run);
            skippedByEnded += run.skippedPictures();
            shownMillis = Math.max(shownMillis, run.returnedMillis());
            if (current == run) {
                current = null;
            }
            hopeless = pause.cause().isDeath() && !closed && countDeath(run, lasted);
            givenUp |= hopeless;
        } finally {
            lock.unlock();
        }
        listener.onPaused(run.plan().names(), pause);
        if (hopeless) {
            log.warn("encoder given up channel={} cause={} detail=\"{}\"", channel, pause.cause(), pause.detail());
            listener.onGivenUp(pause);
        }
    }

    /** Whether it was one too many. */
    private boolean countDeath(EncoderRun run, Duration lasted) {
        restedSinceNanos = System.nanoTime();
        restNanos = deaths.add(lasted, restedSinceNanos).toNanos();
        var gop = input.gop();
        if (!gop.isEmpty()) {
            // What kills two children kills the third: it gets another beginning.
            shunnedGopMillis = gop.startMillis() == diedInGopMillis ? diedInGopMillis : shunnedGopMillis;
            diedInGopMillis = gop.startMillis();
        }
        if (coder != VideoCoder.X264 && !run.gaveSomething()) {
            log.warn("encoder {} does not work here, going on with x264 channel={}", coder, channel);
            coder = VideoCoder.X264;
        }
        return !givenUp && deaths.tooMany();
    }

    @Override
    public EncoderFigures figures() {
        lock.lock();
        try {
            var run = current;
            return new EncoderFigures(
                    run == null ? Set.of() : run.plan().names(),
                    run == null ? 0 : run.speed(),
                    run == null ? Duration.ZERO : run.lag(),
                    run == null ? 0 : run.coresUsed(),
                    run == null ? 0 : run.residentBytes(),
                    deaths.total(),
                    skippedPictures(),
                    wanted.dropped(),
                    givenUp);
        } finally {
            lock.unlock();
        }
    }

    /** A run that is replaced may still skip. */
    private long skippedPictures() {
        return skippedByEnded
                + running.stream().mapToLong(EncoderRun::skippedPictures).sum();
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            finish(new EncoderPause(Cause.NOT_WANTED, "the broadcast is over"));
        } finally {
            lock.unlock();
        }
    }

    /** Done when the last run and all before it are gone. */
    CompletableFuture<Void> over() {
        lock.lock();
        try {
            return last;
        } finally {
            lock.unlock();
        }
    }

    /** Whether it was closed and nothing of it is left. */
    boolean isOver() {
        lock.lock();
        try {
            return closed && last.isDone();
        } finally {
            lock.unlock();
        }
    }
}
