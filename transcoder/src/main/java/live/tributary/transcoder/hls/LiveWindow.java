// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.hls.MediaName.InitName;
import live.tributary.transcoder.hls.MediaName.MasterName;
import live.tributary.transcoder.hls.MediaName.PartName;
import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.MediaName.SegmentName;

/**
 * The parts of one broadcast, in all renditions and views, that a viewer may still ask for.
 * <p>Written through a {@link WindowWriter}; everything here may be called from any thread and
 * never waits. Each buffer that it returns is retained for the caller, who releases it.
 */
public final class LiveWindow {

    /** Who follows a rendition asks at least once for each segment. */
    private static final long FOLLOWED_FOR = Duration.ofSeconds(10).toNanos();

    /** How long final playlists are shown, besides twice the time in memory. */
    private static final Duration FAREWELL = Duration.ofSeconds(60);

    /** An edition and its texts; they are replaced together. */
    private record Shown(Edition edition, Texts texts) {}

    private final WindowStore store;
    private final WindowMemory memory;
    private final WindowOptions options;
    private final Demand demand = new Demand();
    private volatile FirstNumbers next;
    private volatile @Nullable Shown shown;
    private volatile boolean closed;
    private volatile WindowListener listener = _ -> {};

    LiveWindow(WindowMemory memory, WindowOptions options, FirstNumbers first, WindowStore store) {
        this.store = store;
        this.memory = memory;
        this.options = options;
        this.next = first;
    }

    public WindowState state() {
        if (closed) {
            return WindowState.CLOSED;
        }
        return edition()
                .map(edition -> edition.ended() ? WindowState.ENDED : WindowState.LIVE)
                .orElse(WindowState.STARTING);
    }

    /** The targets of its playlists; empty until the first one is shown. */
    public Optional<WindowTargets> targets() {
        return edition().map(Edition::targets);
    }

    /** How long after its end a window should stay before {@link WindowWriter#close}. */
    public Duration staysAfterEnd() {
        var listed = targets().map(options::memory).orElse(options.memory());
        return FAREWELL.plus(listed.multipliedBy(2));
    }

    /** Where the next broadcast of this channel has to go on counting. Also answers after the window was closed. */
    public FirstNumbers nextNumbers() {
        return next;
    }

    /** The one listener of this window, replaced by the next call. */
    public void listen(WindowListener to) {
        listener = to;
    }

    /** A master playlist; empty before the first media playlist and after the window was closed. */
    public Optional<ByteBuf> master(MasterName name, Encoding encoding) {
        return text(
                new Texts.Key(name, PlaylistForm.FULL, encoding),
                edition -> Optional.of(MasterRenderer.render(edition, name.view())));
    }

    /** The current media playlist; empty when there is none of that name. */
    public Optional<ByteBuf> playlist(PlaylistName name, PlaylistForm form, Encoding encoding) {
        noteDemand(name);
        return text(
                new Texts.Key(name, form, encoding),
                edition -> edition.has(name)
                        ? Optional.of(PlaylistRenderer.render(edition, name, form))
                        : Optional.empty());
    }

    /**
     * Whether the playlist already answers a blocked reload. Before the first playlist everything is awaited, after the
     * close nothing is.
     */
    public ReloadVerdict reload(PlaylistName name, ReloadPoint point) {
        var known = edition();
        if (known.isEmpty()) {
            return closed ? ReloadVerdict.PRESENT : ReloadVerdict.AWAITED;
        }
        var verdict = Reload.judge(known.get(), name, point);
        // One wild number would hide all others: nobody who plays is further ahead.
        if (known.get().has(name) && point.msn() <= known.get().nextMsn(name) + 1) {
            demand.asked(name.rendition(), point, System.nanoTime());
        }
        return verdict;
    }

    /** Whether it does by now, for one who asked before and waits: counted once. */
    public boolean answers(PlaylistName name, ReloadPoint point) {
        return edition()
                .map(edition -> Reload.judge(edition, name, point) != ReloadVerdict.AWAITED)
                .orElse(closed);
    }

    /**
     * What to wait for before a playlist is worth showing: the first part of a rendition that nobody watched until now,
     * and whose encoder this question starts. Empty when it can be shown at once.
     */
    public Optional<ReloadPoint> awakening(PlaylistName name) {
        noteDemand(name);
        return edition()
                .filter(edition -> edition.isResting(name) && edition.has(name))
                .map(edition -> new ReloadPoint(edition.nextMsn(name), 0));
    }

    /** The renditions whose playlists somebody asked for since a moment of {@link System#nanoTime}. */
    public Set<RenditionName> demandedSince(long nanos) {
        return demand.since(nanos);
    }

    /**
     * How many players follow a rendition now, as their reloads tell: those that wait for parts or segments are counted,
     * whoever they are, and others are not.
     */
    public int followers(RenditionName rendition) {
        return demand.followers(rendition, System.nanoTime() - FOLLOWED_FOR);
    }

    /** Whether this part comes next, or may; nothing is lent. */
    public boolean isAwaited(PartName name) {
        return edition().map(edition -> MediaLookup.isNext(edition, name)).orElse(false);
    }

    /** One part. */
    public MediaAnswer part(PartName name) {
        return edition().map(edition -> MediaLookup.part(edition, name)).orElseGet(MediaAnswer.Absent::new);
    }

    /** One closed segment. */
    public MediaAnswer segment(SegmentName name) {
        return edition()
                .map(edition -> MediaLookup.segment(edition, name, store))
                .orElseGet(MediaAnswer.Absent::new);
    }

    /** An initialization segment that a kept segment names. */
    public MediaAnswer init(InitName name) {
        return edition().map(edition -> MediaLookup.init(edition, name)).orElseGet(MediaAnswer.Absent::new);
    }

    /** Replaces what viewers see, unless it was shut. One thread at a time, but any. */
    void show(Edition edition) {
        next = edition.nextNumbers();
        replace(new Shown(edition, new Texts(memory)));
    }

    /** From now on every question is answered with "no". */
    void shut() {
        closed = true;
        replace(null);
    }

    private void replace(@Nullable Shown now) {
        swap(now).ifPresent(before -> before.texts.retire());
        listener.changed(this);
    }

    /** What is not shown any more; a window that was shut stays so. */
    private synchronized Optional<Shown> swap(@Nullable Shown now) {
        var before = shown;
        shown = closed ? null : now;
        return Optional.ofNullable(before);
    }

    private void noteDemand(PlaylistName name) {
        if (edition().filter(edition -> edition.has(name)).isPresent()) {
            demand.asked(name.rendition(), System.nanoTime());
        }
    }

    private Optional<Edition> edition() {
        return Optional.ofNullable(shown).map(Shown::edition);
    }

    private Optional<ByteBuf> text(Texts.Key key, Function<Edition, Optional<String>> rendering) {
        while (true) {
            var now = shown;
            if (now == null) {
                return Optional.empty();
            }
            var text = now.texts.lend(key, () -> rendering.apply(now.edition));
            // A newer edition may have come since; then that one is asked.
            if (text.isPresent() || !now.texts.isRetired()) {
                return text;
            }
        }
    }
}
