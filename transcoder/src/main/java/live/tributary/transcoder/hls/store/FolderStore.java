// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.transcoder.hls.MediaBytes;
import live.tributary.transcoder.hls.SegmentFile;
import live.tributary.transcoder.hls.WindowEntry;
import live.tributary.transcoder.hls.WindowEntry.PartAdded;
import live.tributary.transcoder.hls.WindowStore;

/**
 * One window's files and journal, written by a thread of its own: a disk that does not answer holds up nothing else.
 * In order for each batch: the bytes, the journal, then viewers are shown what it says.
 */
final class FolderStore implements WindowStore {

    private static final Logger log = LoggerFactory.getLogger(FolderStore.class);
    private static final Duration LONGEST_WAIT_FOR_THREAD = Duration.ofSeconds(2);

    private final String name;
    private final WindowFolder folder;
    private final DiskWatch watch;
    private final LostFiles lost = new LostFiles();
    private final WritingQueue queue;
    private final StoreFiles files;
    private final Audience audience;
    private final Thread thread;
    private final CompletableFuture<Void> over = new CompletableFuture<>();

    /** The node stops, and another goes on. */
    private volatile boolean left;

    private FolderStore(
            String name,
            WindowFolder folder,
            StoreLimits limits,
            DiskWatch watch,
            SegmentWriter segments,
            Journal journal) {
        this.name = name;
        this.folder = folder;
        this.watch = watch;
        this.queue = new WritingQueue(limits, System::nanoTime);
        this.audience = new Audience(limits.patience(), System::nanoTime);
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
    public void write(List<MediaBytes> media, List<WindowEntry> entries, Runnable written) {
        if (left) {
            media.forEach(part -> part.bytes().release());
        } else if (!media.isEmpty() || !entries.isEmpty()) {
            audience.begin();
            queue.add(media, entries).forEach(lost::add);
        }
        audience.tell(written);
    }

    @Override
    public void timePassed() {
        audience.timePassed();
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
            for (var batch = queue.take(); !batch.equals(Batch.LAST); batch = queue.take()) {
                obey(batch);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            queue.drain().forEach(Batch::release);
            if (left && !lost.hasAll()) {
                files.keep();
            } else {
                files.delete();
            }
            over.complete(null);
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
            audience.done();
        }
    }

    @Override
    public CompletableFuture<Void> leave() {
        left = true;
        queue.end();
        return over;
    }

    /** Waits at most two seconds for what is still written. */
    @Override
    public void close() {
        queue.end();
        try {
            thread.join(LONGEST_WAIT_FOR_THREAD);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
