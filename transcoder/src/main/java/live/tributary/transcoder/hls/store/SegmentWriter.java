// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import live.tributary.transcoder.hls.FilePiece;
import live.tributary.transcoder.hls.MediaBytes;
import live.tributary.transcoder.hls.SegmentFile;
import live.tributary.transcoder.hls.View;
import live.tributary.transcoder.hls.WindowEntry.TrackClosed;

/** Writes the segment files of one window. Confined to the store's thread. */
final class SegmentWriter implements AutoCloseable {

    private final Disk disk;
    private final WindowFolder folder;
    private final Map<SegmentFile, Disk.Output> open = new HashMap<>();
    private final Map<Long, Set<SegmentFile>> files = new HashMap<>();

    SegmentWriter(Disk disk, WindowFolder folder) {
        this.disk = disk;
        this.folder = folder;
    }

    /** A file that was written before the node died. */
    void remember(FilePiece piece) {
        known(piece.file());
    }

    /** Appends one part of a file that was not given up. */
    void append(MediaBytes media) throws IOException {
        output(media.at().file()).write(media.bytes().nioBuffer(), media.at().offset());
    }

    private Disk.Output output(SegmentFile file) throws IOException {
        var known = open.get(file);
        if (known != null) {
            return known;
        }
        var output = disk.open(folder.file(file));
        open.put(file, output);
        known(file);
        return output;
    }

    private void known(SegmentFile file) {
        files.computeIfAbsent(file.msn(), _ -> new HashSet<>()).add(file);
    }

    /** What it holds may not be listed, and its room is needed. No part of it comes any more. */
    void giveUp(SegmentFile file) throws IOException {
        finish(file);
        Files.deleteIfExists(folder.file(file));
    }

    /** No part comes any more. */
    void finish(TrackClosed closed) throws IOException {
        if (closed.playlist().view() == View.CANONICAL) {
            for (var file : Set.copyOf(open.keySet())) {
                if (file.msn() == closed.msn()
                        && file.rendition().equals(closed.playlist().rendition())) {
                    finish(file);
                }
            }
        }
    }

    private void finish(SegmentFile file) throws IOException {
        var output = open.remove(file);
        if (output != null) {
            output.close();
        }
    }

    /** All files of a segment go. */
    void forget(long msn) throws IOException {
        for (var file : files.getOrDefault(msn, Set.of())) {
            finish(file);
            Files.deleteIfExists(folder.file(file));
        }
        files.remove(msn);
    }

    /** Sees to it that no power cut takes away what was written last. */
    void force() throws IOException {
        for (var output : open.values()) {
            output.force();
        }
    }

    @Override
    public void close() throws IOException {
        for (var file : Set.copyOf(open.keySet())) {
            finish(file);
        }
    }
}
