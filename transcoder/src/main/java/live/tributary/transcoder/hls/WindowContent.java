// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.hls.MediaName.PlaylistName;

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
    private final Deque<Segment> kept = new ArrayDeque<>();

    private SessionId session;
    private long nextMsn;
    private long discontinuities;
    private boolean continuesChannel;
    private boolean ended;
    private @Nullable OpenSegment open;
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
        renditions.declare(session, rendition, format, init);
        ratesAreOld = true;
    }

    void configureJoined(RenditionName video, byte[] init) {
        renditions.declareJoined(session, video, init);
        pairings.putIfAbsent(video, new JoinedPairing());
    }

    void remove(RenditionName rendition) {
        renditions.remove(rendition);
        pairings.remove(rendition);
    }

    void openSegment(Instant programDateTime, boolean discontinuity) {
        requireNoOpenSegment();
        var tagged = discontinuity || continuesChannel;
        continuesChannel = false;
        if (tagged) {
            discontinuities++;
            pairings.values().forEach(JoinedPairing::forgetSound);
        }
        var head = new SegmentHead(nextMsn++, discontinuities, tagged, session, programDateTime);
        open = new OpenSegment(head, renditions.playlists());
    }

    void addPart(RenditionName rendition, PartBuffer buffer, Duration duration, boolean independent) {
        var segment = requireOpenSegment();
        var audio = renditions.isAudio(rendition);
        var part = new Part(duration, independent, new SharedBytes(buffer.take()));
        segment.add(new PlaylistName(View.CANONICAL, rendition), part);
        if (audio) {
            pairings.values().forEach(pairing -> pairing.sound(part));
        } else {
            joinWaitingParts();
            Optional.ofNullable(pairings.get(rendition)).ifPresent(pairing -> pairing.picture(part));
        }
    }

    void closeSegment(Map<RenditionName, Duration> durations) {
        var segment = requireOpenSegment();
        joinWaitingParts();
        var closed = segment.close(durations, memory.allocator());
        open = null;
        kept.addLast(closed);
        bitrates.add(closed);
        ratesAreOld = true;
        evict();
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
        ended = true;
    }

    /** What viewers may see now; empty before {@link #goLive}. */
    Optional<Edition> edition() {
        var fixed = targets;
        if (fixed == null) {
            return Optional.empty();
        }
        if (open != null) {
            joinWaitingParts();
        }
        var growing = open == null ? List.<Segment>of() : List.of(open.snapshot());
        if (ratesAreOld) {
            rates = bitrates.rates(renditions.all(), fixed.targetDuration(), growing);
            ratesAreOld = false;
        }
        var listed = newestSegments(options.listed(fixed));
        return Optional.of(new Edition(
                ended, fixed, List.copyOf(kept), kept.size() - listed, growing, List.copyOf(renditions.all()), rates));
    }

    void release() {
        if (open != null) {
            open.snapshot().release();
            open = null;
        }
        kept.forEach(Segment::release);
        kept.clear();
        renditions.release();
    }

    private void joinWaitingParts() {
        var segment = requireOpenSegment();
        pairings.forEach((video, pairing) -> pairing.take(memory.allocator())
                .ifPresent(part -> segment.add(new PlaylistName(View.JOINED, video), part)));
    }

    private void evict() {
        // Media of a segment that left the playlist must be there for the time that a player may still ask for it
        // (RFC 8216bis, 6.2.2); three target durations is what our own validator demands.
        var fixed = targets == null ? BEFORE_LIVE : targets;
        var keptTime = options.listed(fixed).plus(fixed.targetDuration().multipliedBy(3));
        for (int surplus = kept.size() - newestSegments(keptTime); surplus > 0; surplus--) {
            kept.removeFirst().release();
        }
        renditions.keepOnly(kept.stream()
                .flatMap(segment -> segment.tracks().values().stream())
                .map(SegmentTrack::init)
                .collect(Collectors.toSet()));
    }

    /** How many of the newest segments fill {@code time}. */
    private int newestSegments(Duration time) {
        var count = 0;
        var filled = Duration.ZERO;
        for (var newestFirst = kept.descendingIterator();
                newestFirst.hasNext() && filled.compareTo(time) < 0;
                count++) {
            filled = filled.plus(newestFirst.next().duration());
        }
        return count;
    }

    private OpenSegment requireOpenSegment() {
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
