// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The side of a window on which the packager writes. One thread at a time; nothing of it is visible to viewers before
 * {@link #publish}, which shows everything since the last call at once.
 *
 * <pre>{@code
 * writer.beginSession();                                  // each new publisher connection
 * writer.configure(SOURCE, videoFormat, init);            // before the segment from which it holds
 * writer.configure(AUDIO, audioFormat, init);
 * writer.configureJoined(SOURCE, initWithBothTracks);
 * writer.openSegment(arrival, discontinuity);
 * writer.addPart(SOURCE, part, duration, independent);    // part = newPart(n), written in full
 * writer.addPart(AUDIO, part, duration, true);
 * writer.publish();                                       // before goLive: collected, not shown
 * writer.closeSegment(Map.of(SOURCE, duration, AUDIO, duration));
 * writer.goLive(targets);                                 // once: the first playlist
 * writer.end();                                           // closes an open segment, ENDLIST
 * writer.close();                                         // gives the memory back
 * }</pre>
 */
public final class WindowWriter implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WindowWriter.class);

    private final WindowMemory memory;
    private final LiveWindow window;
    private final WindowContent content;
    private final Ledger ledger;

    private WindowWriter(
            WindowMemory memory,
            WindowOptions options,
            FirstNumbers first,
            RandomGenerator random,
            WindowStore store,
            LongSupplier nanoTime) {
        this.memory = memory;
        this.ledger = new Ledger(store);
        this.content = new WindowContent(memory, options, first, random, ledger, nanoTime);
        this.window = new LiveWindow(memory, options, first, store);
    }

    /** Opens the window of a new broadcast that is kept in memory only, state STARTING. */
    public static WindowWriter open(WindowMemory memory, WindowOptions options, FirstNumbers first) {
        return open(memory, options, first, new MemoryOnly(), System::nanoTime);
    }

    /**
     * Opens the window of a new broadcast, state STARTING. It owns the store.
     *
     * @param nanoTime the clock by which old segments go, as {@link System#nanoTime}
     */
    public static WindowWriter open(
            WindowMemory memory, WindowOptions options, FirstNumbers first, WindowStore store, LongSupplier nanoTime) {
        return new WindowWriter(memory, options, first, new SecureRandom(), store, nanoTime);
    }

    /** The same with session names from {@code random}, so that a test can know them. */
    static WindowWriter open(
            WindowMemory memory,
            WindowOptions options,
            FirstNumbers first,
            WindowStore store,
            RandomGenerator random,
            LongSupplier nanoTime) {
        return new WindowWriter(memory, options, first, random, store, nanoTime);
    }

    /**
     * Goes on with the window that a node left behind when it died, state LIVE: its addresses answer again, and its
     * numbers go on with a discontinuity.
     *
     * @param store owned by the writer; closed where there is nothing to go on with
     * @param nanoTime the clock by which old segments go, as {@link System#nanoTime}
     * @return empty where what is left cannot be shown
     */
    public static Optional<WindowWriter> resume(
            WindowMemory memory,
            WindowOptions options,
            List<WindowEntry> entries,
            WindowStore store,
            LongSupplier nanoTime) {
        var remembered = RememberedWindow.of(entries);
        if (remembered.isEmpty()) {
            store.close();
            return Optional.empty();
        }
        var newest = remembered.get().segments().getLast().head();
        var first = new FirstNumbers(newest.msn() + 1, newest.discontinuities(), true);
        var writer = new WindowWriter(memory, options, first, new SecureRandom(), store, nanoTime);
        try {
            writer.content.restore(remembered.get());
            // It is written already.
            writer.content.edition().ifPresent(writer.window::show);
            return Optional.of(writer);
        } catch (IOException unreadable) {
            log.warn("a window cannot be gone on with: {}", unreadable.toString());
            writer.close();
            return Optional.empty();
        }
    }

    /** What viewers read; one for the life of the broadcast. */
    public LiveWindow window() {
        return window;
    }

    /** A new publisher connection: segments opened from now on have new names. No segment may be open. */
    public void beginSession() {
        content.beginSession();
    }

    /**
     * Declares a rendition, or its new configuration, for the segments opened from now on.
     *
     * @param init the initialization segment; copied
     */
    public void configure(RenditionName rendition, RenditionFormat format, byte[] init) {
        content.configure(rendition, format, init);
    }

    /** The initialization segment with video and audio track (video alone without sound) for the joined view of a video rendition. */
    public void configureJoined(RenditionName video, byte[] init) {
        content.configureJoined(video, init);
    }

    /**
     * Declares what an encoder may make of the publisher's picture or sound. Until it is started its segments are gaps. It may
     * lag: its parts go into the oldest segment that {@link #closeNext} has not closed for it.
     */
    public void offer(RenditionName rendition, RenditionFormat format) {
        content.offer(rendition, format);
    }

    /**
     * The encoder of an offered picture runs: its oldest open segment, which must be empty, is the first with these
     * initialization segments (copied; the second with the sound beside it).
     */
    public void start(RenditionName rendition, byte[] init, byte[] joinedInit) {
        content.start(rendition, init, joinedInit);
    }

    /** The same of an offered sound, which stands in no joined part. */
    public void start(RenditionName rendition, byte[] init) {
        content.start(rendition, init);
    }

    /** The encoder of an offered rendition stopped: segments opened from now on are gaps. */
    public void rest(RenditionName rendition) {
        content.rest(rendition);
    }

    /**
     * Closes the oldest open segment of an offered rendition, one that is closed for the publisher's own already; does
     * nothing where there is none. Without a part it is a gap ({@code EXT-X-GAP}).
     *
     * @param duration {@code EXTINF}
     */
    public void closeNext(RenditionName rendition, Duration duration) {
        content.closeNext(rendition, duration);
    }

    /** A rendition vanished (its track ended): segments opened from now on do not have it. */
    public void remove(RenditionName rendition) {
        content.remove(rendition);
    }

    /**
     * Opens the next segment in all renditions. The one before must be closed.
     *
     * @param programDateTime arrival of its first video message, smoothed by the caller; written with milliseconds
     * @param discontinuity whether the timeline, a configuration or the session changed (media time does not go on)
     */
    public void openSegment(Instant programDateTime, boolean discontinuity) {
        content.openSegment(programDateTime, discontinuity);
    }

    /** Room for one part of exactly {@code bytes}; owned by the caller until {@link #addPart}. */
    public PartBuffer newPart(int bytes) {
        return new PartBuffer(memory.allocate(bytes), bytes);
    }

    /**
     * Adds the next part of a rendition to the open segment and takes the buffer over.
     * <p>The joined view pairs each video part with the audio parts added since the one before, up to {@link #publish}.
     * Sound that comes only after its picture was published goes into the next joined part.
     *
     * @param duration media time, never above the part target
     * @param independent whether it starts with a sync sample (audio: always)
     */
    public void addPart(RenditionName rendition, PartBuffer part, Duration duration, boolean independent) {
        content.addPart(rendition, part, duration, independent);
    }

    /**
     * Closes the open segment for the publisher's own renditions; for offered ones see {@link #closeNext}.
     *
     * @param durations {@code EXTINF} of each rendition: the difference of segment starts, holes included; a rendition
     *     that is not named gets the sum of its parts
     */
    public void closeSegment(Map<RenditionName, Duration> durations) {
        content.closeSegment(durations);
    }

    /** Fixes the targets and shows the first playlist. Once. */
    public void goLive(WindowTargets targets) {
        content.goLive(targets);
        publish();
    }

    /**
     * Shows viewers all that was added since the last call, once it is stored; before {@link #goLive} nothing is shown.
     * A slow disk holds that up for a fraction of a second at most; this does not wait for it.
     */
    public void publish() {
        var edition = content.edition();
        ledger.flush(() -> edition.ifPresent(window::show));
    }

    /** Looks whether viewers wait for the disk too long. Any thread. */
    public void timePassed() {
        ledger.store().timePassed();
    }

    /** The broadcast is over: closes an open segment as it is and shows the final playlists with ENDLIST. */
    public void end() {
        content.end();
        publish();
    }

    /**
     * The node stops, and another will {@link #resume} this window: what was shown is made safe. Viewers are answered until
     * {@link #close}, but nothing that comes now outlives this process.
     *
     * @return done when it is safe
     */
    public CompletableFuture<Void> leave() {
        publish();
        return ledger.leave();
    }

    /** Ends the window and gives its memory back; buffers that readers still hold live until they release them. */
    @Override
    public void close() {
        try {
            window.shut();
        } finally {
            try {
                content.release();
            } finally {
                ledger.close();
            }
        }
    }
}
