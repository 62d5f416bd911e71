// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.Rendition.Maker;
import live.tributary.transcoder.hls.WindowEntry.Ended;
import live.tributary.transcoder.hls.WindowEntry.TargetsFixed;

/** Everything that a window holds: declared renditions, kept segments, the open one. One thread at a time. */
final class WindowContent {

    /** Assumed before the targets are known; only bounds the memory of a start that takes long. */
    private static final WindowTargets BEFORE_LIVE =
            new WindowTargets(Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofSeconds(1));

    private final WindowMemory memory;
    private final WindowOptions options;
    private final RandomGenerator random;
    private final Renditions renditions;
    private final Bitrates bitrates = new Bitrates();
    private final Map<RenditionName, JoinedPairing> pairings = new HashMap<>();
    private final Ledger ledger;
    private final KeptSegments segments;

    /** What the window had when its node died, and nobody has declared since. */
    private final Set<RenditionName> inherited = new HashSet<>();

    private SessionId session;
    private long nextMsn;
    private long discontinuities;
    private boolean continuesChannel;
    private boolean ended;
    /** The segment that takes the publisher's parts: the newest, until it is closed. */
    private @Nullable SegmentInProgress open;

    private @Nullable WindowTargets targets;
    private Map<Variant, Rates> rates = Map.of();
    /** Only the master playlist tells rates, and few read it: they are not worth measuring with every part. */
    private boolean ratesAreOld = true;

    WindowContent(
            WindowMemory memory,
            WindowOptions options,
            FirstNumbers first,
            RandomGenerator random,
            Ledger ledger,
            LongSupplier nanoTime) {
        this.memory = memory;
        this.options = options;
        this.random = random;
        this.ledger = ledger;
        this.segments = new KeptSegments(options, memory, ledger, nanoTime);
        this.renditions = new Renditions(memory, ledger);
        this.session = SessionId.random(random);
        this.nextMsn = first.mediaSequence();
        this.discontinuities = first.discontinuitySequence();
        this.continuesChannel = first.continuesChannel();
    }

    /**
     * Becomes what a window was when its node died. Nothing was done with this one before.
     *
     * @throws IOException when bytes that were listed cannot be read; this one is only to be released then
     */
    void restore(RememberedWindow remembered) throws IOException {
        targets = remembered.targets();
        var restoration = new Restoration(memory, options, ledger, renditions, segments, remembered);
        restoration.restore();
        for (var declared : remembered.declared()) {
            if (declared.format() instanceof VideoFormat) {
                pairings.put(declared.rendition(), new JoinedPairing());
            }
        }
        segments.near().forEach(segment -> bitrates.add(segment.snapshot()));
        var newest = remembered.segments().getLast().head();
        renditions.all().forEach(rendition -> inherited.add(rendition.name()));
        nextMsn = newest.msn() + 1;
        discontinuities = newest.discontinuities();
        continuesChannel = true;
    }

    void beginSession() {
        requireNoOpenSegment();
        session = SessionId.random(random);
    }

    void configure(RenditionName rendition, RenditionFormat format, byte[] init) {
        inherited.remove(rendition);
        renditions.declare(new Rendition(rendition, format, Maker.PUBLISHER));
        renditions.begin(session, new PlaylistName(View.CANONICAL, rendition), init);
        ratesAreOld = true;
    }

    void configureJoined(RenditionName video, byte[] init) {
        renditions.begin(session, new PlaylistName(View.JOINED, video), init);
        pairings.putIfAbsent(video, new JoinedPairing());
    }

    /** Declares a rendition that an encoder may make. */
    void offer(RenditionName rendition, RenditionFormat format) {
        inherited.remove(rendition);
        renditions.declare(new Rendition(rendition, format, Maker.NOBODY));
        if (format instanceof VideoFormat) {
            pairings.putIfAbsent(rendition, new JoinedPairing());
        }
        ratesAreOld = true;
    }

    /** The encoder runs: the first segment of this rendition that is open begins with this. */
    void start(RenditionName rendition, byte[] init) {
        renditions.declare(new Rendition(rendition, renditions.get(rendition).format(), Maker.ENCODER));
        begin(rendition, View.CANONICAL, init);
    }

    /** The same of a picture, whose parts stand in the joined view, too. */
    void start(RenditionName rendition, byte[] init, byte[] joinedInit) {
        start(rendition, init);
        begin(rendition, View.JOINED, joinedInit);
        var first = firstOpen(rendition).map(SegmentInProgress::head);
        pairing(rendition).forgetSoundBefore(first.map(SegmentHead::msn).orElse(nextMsn));
    }

    private void begin(RenditionName rendition, View view, byte[] init) {
        var first = firstOpen(rendition).map(SegmentInProgress::head);
        var named = first.map(SegmentHead::session).orElse(session);
        renditions.begin(named, new PlaylistName(view, rendition), init);
        segments.near().forEach(segment -> renditions.beginTracks(rendition, segment));
    }

    void rest(RenditionName rendition) {
        renditions.rest(rendition);
    }

    void remove(RenditionName rendition) {
        if (renditions.get(rendition).follows()) {
            segments.near().forEach(segment -> segment.closeFollower(rendition, memory.allocator()));
        }
        renditions.remove(rendition);
        pairings.remove(rendition);
        ratesAreOld = true;
    }

    void openSegment(Instant programDateTime, boolean discontinuity) {
        requireNoOpenSegment();
        inherited.forEach(this::remove);
        inherited.clear();
        var tagged = discontinuity || continuesChannel;
        continuesChannel = false;
        if (tagged) {
            discontinuities++;
        }
        var head = new SegmentHead(nextMsn++, discontinuities, tagged, session, programDateTime);
        var segment = new SegmentInProgress(head, ledger);
        renditions.addTracks(segment);
        segments.add(segment);
        open = segment;
    }

    void addPart(RenditionName rendition, PartBuffer buffer, Duration duration, boolean independent) {
        var declared = renditions.get(rendition);
        var segment = declared.follows() ? requireOpenSegment(rendition) : requireOpenSegment();
        var playlist = new PlaylistName(View.CANONICAL, rendition);
        var track = segment.requireOpenTrack(playlist);
        boolean first = track.isEmpty();
        var bytes = new SharedBytes(buffer.take());
        var piece = track.nextPiece(bytes.length());
        var part = new Part(duration, independent, bytes, List.of(piece));
        ledger.keep(piece, part);
        track.add(part);
        long msn = segment.head().msn();
        if (declared.isAudio() && !declared.follows()) {
            // Joined parts hold the publisher's own sound: one that lags would hold back their pictures.
            pairings.values().forEach(pairing -> pairing.sound(msn, part));
        } else if (pairings.containsKey(rendition)) {
            join(rendition);
            if (first && segment.head().discontinuity()) {
                pairing(rendition).forgetSoundBefore(msn);
            }
            pairing(rendition).picture(msn, part);
        }
    }

    /** Closes the open segment of the publisher's renditions; those that follow are closed by {@link #closeNext}. */
    void closeSegment(Map<RenditionName, Duration> durations) {
        var segment = requireOpenSegment();
        joinWaitingParts();
        segment.close(durations, memory.allocator());
        open = null;
        completed(segment);
        evict();
    }

    /**
     * Closes the oldest open segment of a rendition that follows; without a part it is a gap.
     *
     * @param duration {@code EXTINF}
     */
    void closeNext(RenditionName rendition, Duration duration) {
        boolean joined = pairings.containsKey(rendition);
        if (joined) {
            join(rendition);
        }
        firstOpen(rendition).filter(segment -> !segment.equals(open)).ifPresent(segment -> {
            if (joined && isEmpty(segment, rendition)) {
                pairing(rendition).forgetSoundBefore(segment.head().msn() + 1);
            }
            close(segment, rendition, duration);
            completed(segment);
        });
    }

    void goLive(WindowTargets fixed) {
        if (targets != null) {
            throw new IllegalStateException("targets are fixed once");
        }
        targets = fixed;
        ledger.note(new TargetsFixed(fixed));
        ratesAreOld = true;
        if (open == null) {
            evict();
        }
    }

    void end() {
        if (open != null) {
            closeSegment(Map.of());
        }
        pairings.keySet().forEach(this::join);
        segments.near().forEach(segment -> segment.closeAll(memory.allocator()));
        ended = true;
        ledger.note(new Ended());
    }

    /** What viewers may see now; empty before {@link #goLive}. */
    Optional<Edition> edition() {
        var fixed = targets;
        if (fixed == null) {
            return Optional.empty();
        }
        joinWaitingParts();
        if (ratesAreOld) {
            var growing = open == null ? List.<Segment>of() : List.of(open.snapshot());
            rates = bitrates.rates(renditions.all(), fixed.targetDuration(), growing);
            ratesAreOld = false;
        }
        return Optional.of(
                new Edition(ended, fixed, segments.all(), segments.unlisted(), List.copyOf(renditions.all()), rates));
    }

    void release() {
        open = null;
        segments.release();
        renditions.release();
    }

    /** Rates are measured once a segment has all its bytes. */
    private void completed(SegmentInProgress segment) {
        if (segment.isComplete()) {
            bitrates.add(segment.snapshot());
            ratesAreOld = true;
        }
    }

    private static boolean isEmpty(SegmentInProgress segment, RenditionName rendition) {
        return segment.openTrack(new PlaylistName(View.CANONICAL, rendition))
                .filter(TrackInProgress::isEmpty)
                .isPresent();
    }

    private void close(SegmentInProgress segment, RenditionName rendition, Duration duration) {
        for (var view : View.values()) {
            segment.openTrack(new PlaylistName(view, rendition))
                    .ifPresent(track -> track.close(duration, memory.allocator()));
        }
    }

    private void joinWaitingParts() {
        pairings.keySet().forEach(this::join);
    }

    /** A picture waits for the sound beside it until it is shown, or the next one comes. */
    private void join(RenditionName video) {
        pairing(video).take(memory.allocator()).ifPresent(part -> {
            var playlist = new PlaylistName(View.JOINED, video);
            firstOpen(video).ifPresent(segment -> segment.add(playlist, part));
        });
    }

    private JoinedPairing pairing(RenditionName video) {
        return Objects.requireNonNull(pairings.get(video), "every joined rendition has a pairing");
    }

    private Optional<SegmentInProgress> firstOpen(RenditionName rendition) {
        return segments.firstOpen(new PlaylistName(View.CANONICAL, rendition));
    }

    private void evict() {
        segments.evict(targets == null ? BEFORE_LIVE : targets);
        renditions.keepOnly(segments.inits());
    }

    private SegmentInProgress requireOpenSegment(RenditionName rendition) {
        return firstOpen(rendition)
                .orElseThrow(() -> new IllegalStateException("no segment of %s is open".formatted(rendition)));
    }

    private SegmentInProgress requireOpenSegment() {
        if (open == null) {
            throw new IllegalStateException("no segment is open");
        }
        return open;
    }

    private void requireNoOpenSegment() {
        if (open != null) {
            throw new IllegalStateException("a segment is still open");
        }
    }
}
