// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.transcoder.hls.FilePiece;
import live.tributary.transcoder.hls.WindowEntry;
import live.tributary.transcoder.hls.WindowEntry.Ended;
import live.tributary.transcoder.hls.WindowEntry.TargetsFixed;
import live.tributary.transcoder.hls.WindowStore;

/**
 * The folder with the windows of all broadcasts of a node: {@code {channel}/{broadcast}/}, each for the node's own user
 * alone. Any thread; a window is opened and resumed by one at a time.
 */
public final class LiveFolder {

    private static final Logger log = LoggerFactory.getLogger(LiveFolder.class);

    /** A window that the node before this one left behind, to be gone on with. */
    public record Remembered(List<WindowEntry> entries, WindowStore store) {}

    private final WindowFolder root;
    private final StoreLimits limits;
    private final Disk disk;
    private final DiskWatch watch;

    LiveFolder(Path root, StoreLimits limits, Disk disk, LongSupplier nanoTime) {
        this.root = new WindowFolder(root);
        this.limits = limits;
        this.disk = disk;
        this.watch = new DiskWatch(disk, this.root, limits.reservedBytes(), nanoTime);
    }

    /**
     * Names the folder; nothing is touched yet.
     *
     * @param root made when the first window is opened
     */
    public static LiveFolder at(Path root, StoreLimits limits) {
        return new LiveFolder(root, limits, Disk.real(), System::nanoTime);
    }

    /** The store of a new window; what a window of that name left behind is deleted. */
    public WindowStore open(WindowName name) throws IOException {
        var folder = folder(name);
        folder.delete();
        return FolderStore.start(name.channel(), folder, limits, disk, watch, List.of());
    }

    /** What is left of a window that was shown and not ended; the rest is deleted. */
    public Optional<Remembered> resume(WindowName name) throws IOException {
        var folder = folder(name);
        if (!folder.hasJournal()) {
            return Optional.empty();
        }
        var entries = read(folder);
        if (entries.stream().noneMatch(TargetsFixed.class::isInstance)
                || entries.stream().anyMatch(Ended.class::isInstance)) {
            folder.delete();
            return Optional.empty();
        }
        return Optional.of(
                new Remembered(entries, FolderStore.start(name.channel(), folder, limits, disk, watch, entries)));
    }

    private static List<WindowEntry> read(WindowFolder folder) throws IOException {
        try (var journal = Files.newInputStream(folder.journal())) {
            return Survivors.of(Retention.of(JournalReader.read(journal)), piece -> exists(folder, piece));
        }
    }

    private static boolean exists(WindowFolder folder, FilePiece piece) {
        try {
            return Files.size(folder.file(piece.file())) >= piece.end();
        } catch (IOException _) {
            return false;
        }
    }

    /** Deletes every window but these: nobody will ask for it any more. */
    public void keepOnly(Set<WindowName> alive) throws IOException {
        for (var channel : root.names()) {
            var folder = new WindowFolder(root.path().resolve(channel));
            for (var broadcast : folder.names()) {
                if (alive.stream().noneMatch(name -> name.isIn(channel, broadcast))) {
                    log.info("deleting a window that nobody needs channel={}", channel);
                    WindowFolder.delete(folder.path().resolve(broadcast));
                }
            }
            if (folder.names().isEmpty()) {
                folder.delete();
            }
        }
    }

    /** Writes that failed since the node started. */
    public long failures() {
        return watch.failures();
    }

    /** Whether old segments go before their time, because the disk is nearly full. */
    public boolean isShortOfSpace() {
        return watch.isShort();
    }

    private WindowFolder folder(WindowName name) {
        return new WindowFolder(root.path().resolve(name.channel()).resolve(name.broadcast()));
    }
}
