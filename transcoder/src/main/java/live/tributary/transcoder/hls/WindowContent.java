// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.Rendition.Maker;

/** Everything that a window holds: declared renditions, kept segments, the open one. Pipeline thread only. */
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
    private final Deque<SegmentInProgress> segments = new ArrayDeque<>();

    private SessionId session;
    private long nextMsn;
    private long discontinuities;
    private boolean continuesChannel;
    private boolean ended;
    /** The segment that takes the publisher's parts: the newest, until it is closed. */
    private @Nullable SegmentInProgress open;

    private @Nullable WindowTargets targets;
    private Map<RenditionName, Rates> rates = Map.of();
    /** Only the master playlist tells rates, and few read it: they are not worth measuring with every part. */
    private boolean ratesAreOld = true;

    WindowContent(WindowMemory memory, WindowOptions options, FirstNumbers first, RandomGenerator random) {
        this.memory = memory;
        this.options = options;
        this.random = random;
        this.renditions = new Renditions(memory);
        this.session = SessionId.random(random);
        this.nextMsn = first.mediaSequence();
        this.discontinuities = first.discontinuitySequence();
        this.continuesChannel = first.continuesChannel();
    }

    void beginSession() {
        requireNoOpenSegment();
        session = SessionId.random(random);
    }

    void configure(RenditionName rendition, RenditionFormat format, byte[] init) {
        renditions.declare(new Rendition(rendition, format, Maker.PUBLISHER));
        renditions.begin(session, new PlaylistName(View.CANONICAL, rendition), init);
        ratesAreOld = true;
    }

    void configureJoined(RenditionName video, byte[] init) {
        renditions.begin(session, new PlaylistName(View.JOINED, video), init);
        pairings.putIfAbsent(video, new JoinedPairing());
    }

    /** Declares a rendition that an encoder may make. */
    void offer(RenditionName rendition, VideoFormat format) {
        renditions.declare(new Rendition(rendition, format, Maker.NOBODY));
        pairings.putIfAbsent(rendition, new JoinedPairing());
        ratesAreOld = true;
    }

    /** The encoder runs: the first segment of this rendition that is open begins with these. */
    void start(RenditionName rendition, byte[] init, byte[] joinedInit) {
        var format = renditions.get(rendition).format();
        var first = firstOpen(rendition).map(SegmentInProgress::head);
        var named = first.map(SegmentHead::session).orElse(session);
        renditions.declare(new Rendition(rendition, format, Maker.ENCODER));
        renditions.begin(named, new PlaylistName(View.CANONICAL, rendition), init);
        renditions.begin(named, new PlaylistName(View.JOINED, rendition), joinedInit);
        segments.forEach(segment -> renditions.beginTracks(rendition, segment));
        pairing(rendition).forgetSoundBefore(first.map(SegmentHead::msn).orElse(nextMsn));
    }

    void rest(RenditionName rendition) {
        renditions.rest(rendition);
    }

    void remove(RenditionName rendition) {
        if (renditions.get(rendition).follows()) {
            segments.forEach(segment -> segment.closeFollower(rendition, memory.allocator()));
        }
        renditions.remove(rendition);
        pairings.remove(rendition);
        ratesAreOld = true;
    }

    void openSegment(Instant programDateTime, boolean discontinuity) {
        requireNoOpenSegment();
        var tagged = discontinuity || continuesChannel;
        continuesChannel = false;
        if (tagged) {
            discontinuities++;
        }
        var segment =
                new SegmentInProgress(new SegmentHead(nextMsn++, discontinuities, tagged, session, programDateTime));
        renditions.addTracks(segment);
        segments.addLast(segment);
        open = segment;
    }

    void addPart(RenditionName rendition, PartBuffer buffer, Duration duration, boolean independent) {
        var declared = renditions.get(rendition);
        var segment = declared.follows() ? requireOpenSegment(rendition) : requireOpenSegment();
        var part = new Part(duration, independent, new SharedBytes(buffer.take()));
        var playlist = new PlaylistName(View.CANONICAL, rendition);
        boolean first =
                segment.openTrack(playlist).filter(TrackInProgress::isEmpty).isPresent();
        segment.add(playlist, part);
        long msn = segment.head().msn();
        if (declared.isAudio()) {
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
        join(rendition);
        firstOpen(rendition).filter(segment -> !segment.equals(open)).ifPresent(segment -> {
            close(segment, rendition, duration);
            completed(segment);
        });
    }

    void goLive(WindowTargets fixed) {
        if (targets != null) {
            throw new IllegalStateException("targets are fixed once");
        }
        targets = fixed;
        ratesAreOld = true;
    }

    void end() {
        if (open != null) {
            closeSegment(Map.of());
        }
        pairings.keySet().forEach(this::join);
        segments.forEach(segment -> segment.closeAll(memory.allocator()));
        ended = true;
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
        var unlisted = closedSegments() - newestSegments(options.listed(fixed));
        return Optional.of(new Edition(
                ended,
                fixed,
                segments.stream().map(SegmentInProgress::snapshot).toList(),
                unlisted,
                List.copyOf(renditions.all()),
                rates));
    }

    void release() {
        open = null;
        segments.forEach(segment -> segment.snapshot().release());
        segments.clear();
        renditions.release();
    }

    /** Rates are measured once a segment has all its bytes. */
    private void completed(SegmentInProgress segment) {
        if (segment.isComplete()) {
            bitrates.add(segment.snapshot());
            ratesAreOld = true;
        }
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
        var playlist = new PlaylistName(View.CANONICAL, rendition);
        return segments.stream()
                .filter(segment -> segment.openTrack(playlist).isPresent())
                .findFirst();
    }

    private void evict() {
        // Media of a segment that left the playlist must be there for the time that a player may still ask for it
        // (RFC 8216bis, 6.2.2); three target durations is what our own validator demands.
        var fixed = targets == null ? BEFORE_LIVE : targets;
        var keptTime = options.listed(fixed).plus(fixed.targetDuration().multipliedBy(3));
        for (int surplus = closedSegments() - newestSegments(keptTime); surplus > 0; surplus--) {
            segments.removeFirst().snapshot().release();
        }
        renditions.keepOnly(segments.stream()
                .flatMap(segment -> segment.snapshot().tracks().values().stream())
                .flatMap(track -> track.init().stream())
                .collect(Collectors.toSet()));
    }

    private int closedSegments() {
        return segments.size() - (open == null ? 0 : 1);
    }

    /** How many of the newest closed segments fill {@code time}. */
    private int newestSegments(Duration time) {
        var count = 0;
        var filled = Duration.ZERO;
        for (var newestFirst = segments.descendingIterator(); newestFirst.hasNext() && filled.compareTo(time) < 0; ) {
            var segment = newestFirst.next();
            if (!segment.equals(open)) {
                filled = filled.plus(segment.snapshot().duration());
                count++;
            }
        }
        return count;
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
