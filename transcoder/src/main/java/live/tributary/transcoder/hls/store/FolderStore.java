// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.transcoder.hls.MediaBytes;
import live.tributary.transcoder.hls.SegmentFile;
import live.tributary.transcoder.hls.WindowEntry;
import live.tributary.transcoder.hls.WindowEntry.PartAdded;
import live.tributary.transcoder.hls.WindowStore;

/**
 * One window's files and journal, written by a thread of its own: a disk that does not answer holds up nothing else.
 * In order for each batch: the bytes, the journal, then {@link #write} returns and viewers are shown what it says.
 */
final class FolderStore implements WindowStore {

    private static final Logger log = LoggerFactory.getLogger(FolderStore.class);
    private static final Duration LONGEST_WAIT_FOR_THREAD = Duration.ofSeconds(2);

    private final String name;
    private final WindowFolder folder;
    private final StoreLimits limits;
    private final DiskWatch watch;
    private final LostFiles lost = new LostFiles();
    private final WritingQueue queue;
    private final StoreFiles files;
    private final Batch last = Batch.of(List.of(), List.of(), List.of());
    private final Thread thread;
    /** The disk did not keep up; viewers do not wait again before it has. Pipeline thread. */
    private boolean late;

    private FolderStore(
            String name,
            WindowFolder folder,
            StoreLimits limits,
            DiskWatch watch,
            SegmentWriter segments,
            Journal journal) {
        this.name = name;
        this.folder = folder;
        this.limits = limits;
        this.watch = watch;
        this.queue = new WritingQueue(limits);
        this.files = new StoreFiles(folder, segments, journal, lost, watch);
        this.thread = Thread.ofPlatform().name("store-" + name).daemon().unstarted(this::run);
    }

    /**
     * Begins, or goes on after a crash.
     *
     * @param entries what the window is made of up to now
     */
    static FolderStore start(
            String name, WindowFolder folder, StoreLimits limits, Disk disk, DiskWatch watch, List<WindowEntry> entries)
            throws IOException {
        folder.create();
        var segments = new SegmentWriter(disk, folder);
        for (var entry : entries) {
            if (entry instanceof PartAdded part) {
                part.pieces().forEach(segments::remember);
            }
        }
        var journal = Journal.begin(disk, folder, limits, entries);
        var store = new FolderStore(name, folder, limits, watch, segments, journal);
        store.thread.start();
        return store;
    }

    @Override
    public void write(List<MediaBytes> media, List<WindowEntry> entries) {
        late = late && !queue.isIdle();
        var batch = queue.add(media, entries);
        batch.leftOut().forEach(lost::add);
        if (!late) {
            late = !awaitBriefly(batch);
        }
    }

    /**
     * Waits as long as viewers are made to. Says whether that was brief: a disk that takes a quarter of it each time would
     * make the pipeline fall behind.
     */
    private boolean awaitBriefly(Batch batch) {
        long patience = limits.patience().toNanos();
        long began = System.nanoTime();
        try {
            return batch.written().await(patience, TimeUnit.NANOSECONDS) && System.nanoTime() - began < patience / 4;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public boolean holds(SegmentFile file) {
        if (queue.holdsPartsOf(file)) {
            lost.add(file);
        }
        return !lost.has(file);
    }

    @Override
    public long losses() {
        return lost.count();
    }

    @Override
    public boolean isShortOfSpace() {
        return watch.isShort();
    }

    @Override
    public Path path(SegmentFile file) {
        return folder.file(file);
    }

    private void run() {
        try {
            for (var batch = queue.take(); !batch.equals(last); batch = queue.take()) {
                obey(batch);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            queue.drain().forEach(Batch::release);
            files.delete();
        }
    }

    /** Whatever goes wrong costs this broadcast its files, and the picture nothing. */
    private void obey(Batch batch) {
        try {
            write(batch);
            files.tidy(batch.entries());
        } catch (RuntimeException | OutOfMemoryError fault) {
            log.error("window files are given up channel={}", name, fault);
            files.giveUp();
        }
    }

    private void write(Batch batch) {
        try {
            files.write(batch);
        } finally {
            batch.release();
            queue.finished(batch);
            batch.written().countDown();
        }
    }

    /** Waits at most two seconds for what is still written. */
    @Override
    public void close() {
        queue.end(last);
        try {
            thread.join(LONGEST_WAIT_FOR_THREAD);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
