// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.ffmpeg.EncoderPause.Cause;
import live.tributary.transcoder.media.AccessUnit;
import live.tributary.transcoder.media.AudioCodec;
import live.tributary.transcoder.media.Codec;
import live.tributary.transcoder.media.ColorDescription;
import live.tributary.transcoder.media.MediaInput;
import live.tributary.transcoder.media.SoundLevels;
import live.tributary.transcoder.media.StreamHints;
import live.tributary.transcoder.media.TrackConfiguration;

/**
 * Listens to the first sound track of one broadcast with a child process, so that malformed sound kills that and nothing
 * else. May be used from any thread: the lock is held for decisions only, and nobody waits for the child.
 */
public final class SoundMeter implements AutoCloseable {

    private final String channel;
    private final SoundMeters node;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deaths deaths;
    private @Nullable TrackConfiguration configuration;
    private @Nullable SoundRun current;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
    private long restNanos;
    private long restedSinceNanos;
    private @Nullable FfmpegExecutable executable;
    private boolean closed;

    SoundMeter(String channel, SoundMeters node, SoundMeterOptions options) {
        this.channel = channel;
        this.node = node;
        this.deaths = new Deaths(options.restarts());
    }

    /** Viewers have a picture by now: what is offered from here on is listened to. Blocks for seconds the first time. */
    public void begin() {
        var found = node.program();
        lock.lock();
        try {
            executable = found.orElse(null);
        } finally {
            lock.unlock();
        }
    }

    /** Hears everything that a publisher sends, in order. Drops rather than waits. */
    public void note(MediaInput input) {
        switch (input) {
            case TrackConfiguration given when isSound(given.track(), given.codec()) -> configure(given);
            case AccessUnit unit when isSound(unit.track(), unit.codec()) -> offer(unit);
            case TrackConfiguration _, AccessUnit _, StreamHints _, ColorDescription _ -> {
                // Makes no sound.
            }
        }
    }

    private static boolean isSound(int track, Codec codec) {
        return track == 0 && codec instanceof AudioCodec;
    }

    private void configure(TrackConfiguration given) {
        lock.lock();
        try {
            if (configuration == null || !isSame(configuration, given)) {
                configuration = given;
                finish(new EncoderPause(Cause.REPLACED, "the sound is another"));
            }
        } finally {
            lock.unlock();
        }
    }

    private static boolean isSame(TrackConfiguration known, TrackConfiguration given) {
        return known.codec() == given.codec() && Arrays.equals(known.record(), given.record());
    }

    private void offer(AccessUnit unit) {
        lock.lock();
        try {
            if (configuration == null || configuration.codec() != unit.codec()) {
                configureWithout((AudioCodec) unit.codec());
            }
            if (current == null) {
                start();
            }
            if (current != null) {
                current.offer(unit);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Frames that say all themselves need no record; without one the others cannot be read. */
    private void configureWithout(AudioCodec codec) {
        finish(new EncoderPause(Cause.REPLACED, "the sound is another"));
        configuration = switch (codec) {
            case MP3, AC3, EAC3 -> new TrackConfiguration(0, codec, new byte[0]);
            case AAC, OPUS, FLAC -> null;
        };
    }

    private void start() {
        boolean resting = System.nanoTime() - restedSinceNanos < restNanos;
        var described = configuration;
        var program = executable;
        if (resting || closed || described == null || program == null) {
            return;
        }
        node.listen(channel, program, described, this::ended).ifPresent(run -> {
            current = run;
            last = run.over();
        });
    }

    private void finish(EncoderPause pause) {
        if (current != null) {
            current.finish(pause);
            current = null;
        }
    }

    /** Ends the child; another begins with what is offered after the node's rest. */
    void rest() {
        lock.lock();
        try {
            finish(new EncoderPause(Cause.NOT_WANTED, "pictures come first"));
        } finally {
            lock.unlock();
        }
    }

    /** What was heard in the last second; empty where nobody listens, or nothing came. */
    public Optional<SoundLevels> levels() {
        lock.lock();
        try {
            return current == null ? Optional.empty() : current.levels();
        } finally {
            lock.unlock();
        }
    }

    private void ended(SoundRun run, EncoderPause pause, Duration lasted) {
        node.leave();
        lock.lock();
        try {
            if (current == run) {
                current = null;
            }
            if (pause.cause().isDeath()) {
                restedSinceNanos = System.nanoTime();
                restNanos = deaths.add(lasted, restedSinceNanos).toNanos();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The broadcast is over; the child ends behind the caller's back. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            finish(new EncoderPause(Cause.NOT_WANTED, "the broadcast is over"));
        } finally {
            lock.unlock();
        }
        node.forget(this);
    }

    /** Done when the last child is gone. */
    CompletableFuture<Void> over() {
        lock.lock();
        try {
            return last;
        } finally {
            lock.unlock();
        }
    }
}
