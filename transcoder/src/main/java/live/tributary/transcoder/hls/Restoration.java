// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.hls.MediaName.InitName;
import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.Rendition.Maker;
import live.tributary.transcoder.hls.WindowEntry.PartAdded;

/** Makes a window of what its journal tells: the newest segments come back into memory. One thread at a time. */
final class Restoration {

    private final WindowMemory memory;
    private final WindowOptions options;
    private final Ledger ledger;
    private final Renditions renditions;
    private final KeptSegments kept;
    private final RememberedWindow remembered;
    private final Map<InitName, InitSegment> inits = new HashMap<>();
    private final Map<FilePiece, SharedBytes> loaded = new HashMap<>();
    private final Set<FilePiece> owned = new HashSet<>();

    Restoration(
            WindowMemory memory,
            WindowOptions options,
            Ledger ledger,
            Renditions renditions,
            KeptSegments kept,
            RememberedWindow remembered) {
        this.memory = memory;
        this.options = options;
        this.ledger = ledger;
        this.renditions = renditions;
        this.kept = kept;
        this.remembered = remembered;
    }

    /** @throws IOException when bytes that a journal tells of cannot be read; nothing is to be used then */
    void restore() throws IOException {
        try {
            ledger.replay(this::declare);
            restoreSegments();
        } finally {
            // Tracks and joined parts hold what they need by themselves.
            loaded.forEach((piece, bytes) -> {
                if (!owned.contains(piece)) {
                    bytes.release();
                }
            });
        }
    }

    private void restoreSegments() throws IOException {
        var firstInMemory = firstInMemory();
        for (var segment : remembered.segments()) {
            if (segment.head().msn() < firstInMemory) {
                kept.addStored(stored(segment));
            } else {
                load(segment);
            }
        }
        kept.restoreFront(remembered.front());
        // The publisher's next segment is another piece of time, so the open one stays as it is.
        kept.near().forEach(segment -> segment.closeAll(memory.allocator()));
    }

    private void declare() {
        for (var declared : remembered.declared()) {
            var maker = declared.offered() ? Maker.NOBODY : Maker.PUBLISHER;
            renditions.declare(new Rendition(declared.rendition(), declared.format(), maker));
        }
        for (var begun : remembered.inits().values()) {
            var name = begun.init();
            inits.put(name, renditions.restore(name, isAudio(name), begun.bytes(), isCurrent(name)));
        }
    }

    /** An encoder starts anew, and says itself how its files begin. */
    private boolean isCurrent(InitName init) {
        return remembered.isCurrent(init)
                && remembered.declared().stream()
                        .anyMatch(declared ->
                                declared.rendition().equals(init.playlist().rendition()) && !declared.offered());
    }

    private boolean isAudio(InitName init) {
        return remembered.declared().stream()
                .anyMatch(
                        declared -> declared.rendition().equals(init.playlist().rendition())
                                && declared.format() instanceof AudioFormat);
    }

    private long firstInMemory() {
        var time = options.memory(remembered.targets())
                .plus(remembered.targets().targetDuration().multipliedBy(3));
        var filled = Duration.ZERO;
        var first = Long.MAX_VALUE;
        for (var segment : remembered.segments().reversed()) {
            if (filled.compareTo(time) >= 0) {
                break;
            }
            filled = filled.plus(segment.duration());
            first = segment.head().msn();
        }
        return first;
    }

    private Segment stored(RememberedSegment segment) {
        var tracks = new LinkedHashMap<PlaylistName, SegmentTrack>();
        segment.tracks()
                .forEach((playlist, track) -> tracks.put(
                        playlist,
                        SegmentTrack.stored(segment.head(), playlist, init(track), track.duration(), track.pieces())));
        return new Segment(segment.head(), tracks);
    }

    private @Nullable InitSegment init(RememberedTrack track) {
        return track.init().map(inits::get).orElse(null);
    }

    private void load(RememberedSegment remembered) throws IOException {
        for (var track : remembered.tracks().values()) {
            for (var part : track.parts()) {
                for (var piece : part.pieces()) {
                    bytes(piece);
                }
            }
        }
        ledger.replay(() -> rebuild(remembered));
    }

    private void rebuild(RememberedSegment remembered) {
        var segment = new SegmentInProgress(remembered.head(), ledger);
        remembered.tracks().forEach((playlist, track) -> {
            segment.addTrack(playlist, renditions.follows(playlist.rendition()), init(track));
            track.parts().forEach(part -> segment.add(playlist, part(part)));
            track.closed()
                    .ifPresent(duration ->
                            segment.openTrack(playlist).ifPresent(open -> open.close(duration, memory.allocator())));
        });
        kept.add(segment);
    }

    private Part part(PartAdded part) {
        return new Part(part.duration(), part.independent(), bytes(part), part.pieces());
    }

    private SharedBytes bytes(PartAdded part) {
        var pieces = part.pieces().stream()
                .map(piece -> Objects.requireNonNull(loaded.get(piece)))
                .toList();
        if (part.playlist().view() == View.CANONICAL) {
            owned.addAll(part.pieces());
            return pieces.getFirst();
        }
        return SharedBytes.joined(memory.allocator(), pieces);
    }

    private SharedBytes bytes(FilePiece piece) throws IOException {
        var known = loaded.get(piece);
        if (known != null) {
            return known;
        }
        var buffer = memory.allocate(piece.length());
        try (var file = FileChannel.open(ledger.store().path(piece.file()))) {
            while (buffer.isWritable()) {
                var read =
                        buffer.writeBytes(file, piece.offset() + (long) buffer.writerIndex(), buffer.writableBytes());
                if (read < 0) {
                    throw new IOException("shorter than its journal tells");
                }
            }
        } catch (IOException gone) {
            buffer.release();
            throw gone;
        }
        var bytes = new SharedBytes(buffer);
        loaded.put(piece, bytes);
        return bytes;
    }
}
