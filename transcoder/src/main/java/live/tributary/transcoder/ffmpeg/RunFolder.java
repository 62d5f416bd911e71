// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;

/** A folder for one run of a child, for nobody else's eyes (mode 0700): its sockets and its empty working directory. */
record RunFolder(Path path) implements Closeable {

    private static final Set<PosixFilePermission> OURS_ONLY = PosixFilePermissions.fromString("rwx------");

    static RunFolder create(Path directory) throws IOException {
        Files.createDirectories(directory);
        return new RunFolder(Files.createTempDirectory(
                directory.toAbsolutePath(), "run-", PosixFilePermissions.asFileAttribute(OURS_ONLY)));
    }

    /** Removes what runs of a node that was killed left in the directory. */
    static void sweep(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> left = Files.list(directory)) {
            for (Path folder : left.filter(Files::isDirectory).toList()) {
                new RunFolder(folder).close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(path);
    }
}
