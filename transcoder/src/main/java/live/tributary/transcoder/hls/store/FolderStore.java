// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import live.tributary.transcoder.hls.MediaBytes;
import live.tributary.transcoder.hls.SegmentFile;
import live.tributary.transcoder.hls.WindowEntry;
import live.tributary.transcoder.hls.WindowEntry.PartAdded;
import live.tributary.transcoder.hls.WindowEntry.SegmentForgotten;
import live.tributary.transcoder.hls.WindowEntry.TrackClosed;
import live.tributary.transcoder.hls.WindowStore;

/**
 * One window's files and journal, written by a thread of its own: a disk that does not answer holds up nothing else.
 * In order for each batch: the bytes, the journal, then {@link #write} returns and viewers are shown what it says.
 */
final class FolderStore implements WindowStore {

    private static final Duration LONGEST_WAIT_FOR_THREAD = Duration.ofSeconds(2);
    private static final Batch LAST = Batch.of(List.of(), List.of());

    private final WindowFolder folder;
    private final StoreLimits limits;
    private final DiskWatch watch;
    private final SegmentWriter files;
    private final Journal journal;
    private final BlockingQueue<Batch> queue = new LinkedBlockingQueue<>();
    private final AtomicLong queuedNanos = new AtomicLong();
    private final AtomicLong incompleteUpTo = new AtomicLong(Long.MIN_VALUE);
    private final Thread thread;
    /** The disk did not keep up; viewers do not wait again before it has. Pipeline thread. */
    private boolean late;

    private FolderStore(
            String name,
            WindowFolder folder,
            StoreLimits limits,
            DiskWatch watch,
            SegmentWriter files,
            Journal journal) {
        this.folder = folder;
        this.limits = limits;
        this.watch = watch;
        this.files = files;
        this.journal = journal;
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
        var files = new SegmentWriter(disk, folder);
        for (var entry : entries) {
            if (entry instanceof PartAdded part) {
                part.pieces().forEach(files::remember);
            }
        }
        var store = new FolderStore(name, folder, limits, watch, files, Journal.begin(disk, folder, limits, entries));
        store.thread.start();
        return store;
    }

    @Override
    public void write(List<MediaBytes> media, List<WindowEntry> entries) {
        var batch = Batch.of(media, entries);
        if (queuedNanos.get() + batch.duration().toNanos() > limits.queue().toNanos()) {
            batch = withoutMedia(batch);
        }
        var waiting = queuedNanos.addAndGet(batch.duration().toNanos())
                - batch.duration().toNanos();
        late = late && waiting > 0;
        queue.add(batch);
        if (!late) {
            late = !awaitBriefly(batch);
        }
    }

    /** The parts stay in memory only; that their segments are incomplete is noted. */
    private Batch withoutMedia(Batch batch) {
        batch.release();
        batch.media().forEach(part -> incomplete(part.at().file()));
        return Batch.of(List.of(), batch.entries());
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
    public long incompleteUpTo() {
        return incompleteUpTo.get();
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
            for (var batch = queue.take(); !batch.equals(LAST); batch = queue.take()) {
                obey(batch);
            }
            finish();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void obey(Batch batch) {
        batch.media().forEach(this::append);
        batch.release();
        try {
            journal.append(batch.entries());
        } catch (IOException failure) {
            watch.failed("writing the journal", failure);
        }
        queuedNanos.addAndGet(-batch.duration().toNanos());
        batch.written().countDown();
        batch.entries().forEach(this::tidy);
    }

    private void append(MediaBytes media) {
        try {
            if (!files.append(media)) {
                incomplete(media.at().file());
            }
        } catch (IOException failure) {
            incomplete(media.at().file());
            watch.failed("writing a segment", failure);
        }
    }

    private void incomplete(SegmentFile file) {
        incompleteUpTo.accumulateAndGet(file.msn(), Math::max);
    }

    private void tidy(WindowEntry entry) {
        try {
            switch (entry) {
                case TrackClosed closed -> files.finish(closed);
                case SegmentForgotten(var msn) -> files.forget(msn);
                default -> {
                    // Says nothing about files.
                }
            }
        } catch (IOException failure) {
            watch.failed("closing or deleting a segment", failure);
        }
    }

    private void finish() {
        try (files;
                journal) {
            queue.forEach(Batch::release);
        } catch (IOException failure) {
            watch.failed("closing files", failure);
        }
        try {
            folder.delete();
        } catch (IOException failure) {
            watch.failed("deleting a window", failure);
        }
    }

    /** Waits at most two seconds for what is still written. */
    @Override
    public void close() {
        queue.add(LAST);
        try {
            thread.join(LONGEST_WAIT_FOR_THREAD);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
