// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.io.IOException;
import java.util.List;

import live.tributary.transcoder.hls.MediaBytes;
import live.tributary.transcoder.hls.SegmentFile;
import live.tributary.transcoder.hls.WindowEntry;
import live.tributary.transcoder.hls.WindowEntry.SegmentForgotten;
import live.tributary.transcoder.hls.WindowEntry.TrackClosed;

/** The files of one window, and what is done where a disk refuses. Confined to the store's thread. */
final class StoreFiles {

    private final WindowFolder folder;
    private final SegmentWriter segments;
    private final Journal journal;
    private final LostFiles lost;
    private final DiskWatch watch;

    StoreFiles(WindowFolder folder, SegmentWriter segments, Journal journal, LostFiles lost, DiskWatch watch) {
        this.folder = folder;
        this.segments = segments;
        this.journal = journal;
        this.lost = lost;
        this.watch = watch;
    }

    /** A file with a hole is gone before a journal tells of what was to be in it. */
    void write(Batch batch) {
        if (lost.hasAll()) {
            return;
        }
        batch.leftOut().forEach(this::lose);
        batch.media().forEach(this::append);
        try {
            journal.append(batch.entries());
        } catch (IOException failure) {
            watch.failed("writing the journal", failure);
        }
    }

    private void append(MediaBytes media) {
        var file = media.at().file();
        try {
            if (!lost.has(file)) {
                segments.append(media);
            }
        } catch (IOException failure) {
            watch.failed("writing a segment", failure);
            lost.add(file);
        }
        // It may have been given up while the disk took its time.
        if (lost.has(file)) {
            lose(file);
        }
    }

    private void lose(SegmentFile file) {
        lost.add(file);
        try {
            segments.giveUp(file);
        } catch (IOException failure) {
            watch.failed("deleting a segment", failure);
        }
    }

    /** What the steps say about files that nobody waits for. */
    void tidy(List<WindowEntry> entries) {
        if (!lost.hasAll()) {
            entries.forEach(this::tidy);
        }
    }

    private void tidy(WindowEntry entry) {
        try {
            switch (entry) {
                case TrackClosed closed -> segments.finish(closed);
                case SegmentForgotten(var msn) -> {
                    segments.forget(msn);
                    lost.forget(msn);
                }
                default -> {
                    // Says nothing about files.
                }
            }
        } catch (IOException failure) {
            watch.failed("closing or deleting a segment", failure);
        }
    }

    /** Nothing is written any more, and nothing is left of what was. */
    void giveUp() {
        lost.addAll();
        delete();
    }

    /** Everything stays for the node that comes after this one. */
    void keep() {
        try (segments;
                journal) {
            segments.force();
            journal.force();
        } catch (IOException failure) {
            watch.failed("keeping a window", failure);
        }
    }

    void delete() {
        try (segments;
                journal) {
            folder.delete();
        } catch (IOException failure) {
            watch.failed("deleting a window", failure);
        }
    }
}
