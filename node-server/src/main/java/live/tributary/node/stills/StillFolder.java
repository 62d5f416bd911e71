// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.stills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import live.tributary.node.kernel.BroadcastId;

/** The last stills of the newest broadcasts, one file each. Safe for any thread that may block. */
final class StillFolder {

    private static final String ENDING = ".jpg";

    private final Path folder;
    private final int mostKept;

    /** @param mostKept what is more is removed, the oldest broadcasts first */
    StillFolder(Path folder, int mostKept) {
        this.folder = folder;
        this.mostKept = mostKept;
    }

    synchronized void put(BroadcastId broadcast, byte[] jpeg) {
        try {
            Files.createDirectories(folder);
            var whole = Files.write(folder.resolve("new"), jpeg);
            Files.move(whole, file(broadcast), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            for (var file : surplus()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ids of broadcasts sort by time (RFC 9562, 5.7). */
    private List<Path> surplus() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted(Comparator.<Path>naturalOrder().reversed())
                    .skip(mostKept)
                    .toList();
        }
    }

    Optional<byte[]> find(BroadcastId broadcast) {
        try {
            return Optional.of(Files.readAllBytes(file(broadcast)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forget(BroadcastId broadcast) {
        try {
            Files.deleteIfExists(file(broadcast));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(BroadcastId broadcast) {
        return folder.resolve(broadcast.value() + ENDING);
    }
}
