// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked from the jar once for each version. */
final class PostgresBinaries {

    /** Of the jar that {@code pom.xml} names; a test compares. */
    static final String VERSION = "18.4";

    static final String MAJOR_VERSION = "18";

    private static final int ANYBODY_MAY_EXECUTE = 0b001;

    // Whatever the node's umask: where root runs the node, another user runs these (see ServerUser).
    private static final Set<PosixFilePermission> FOR_ALL_TO_RUN = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> FOR_ALL_TO_READ = PosixFilePermissions.fromString("rw-r--r--");

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /** Unpacks them below the folder, unless an earlier start did. */
    static PostgresBinaries in(Path folder) {
        var home = folder.resolve(VERSION);
        if (!Files.isDirectory(home)) {
            try {
                unpack(home);
            } catch (IOException failure) {
                throw new DatabaseException("Cannot unpack PostgreSQL into %s.".formatted(home), failure);
            }
        }
        return new PostgresBinaries(home);
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static void unpack(Path home) throws IOException {
        // Beside its place and then moved there, so that a crash leaves no half of it in use.
        Files.createDirectories(home.getParent());
        var beside = Files.createTempDirectory(home.getParent(), "unpacking-");
        try (var archive = archive();
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, beside.resolve(entry.getName()));
            }
        }
        Files.setPosixFilePermissions(home.getParent(), FOR_ALL_TO_RUN);
        openFolders(beside);
        Files.move(beside, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(InputStream content, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        var executable = (entry.getMode() & ANYBODY_MAY_EXECUTE) != 0;
        Files.setPosixFilePermissions(target, executable ? FOR_ALL_TO_RUN : FOR_ALL_TO_READ);
    }

    private static void openFolders(Path root) throws IOException {
        try (var paths = Files.walk(root)) {
            for (var folder : paths.filter(Files::isDirectory).toList()) {
                Files.setPosixFilePermissions(folder, FOR_ALL_TO_RUN);
            }
        }
    }

    private static InputStream archive() {
        var machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        var archive = PostgresBinaries.class.getResourceAsStream("/postgres-linux-%s.txz".formatted(machine));
        if (archive == null) {
            throw new DatabaseException(
                    "There is no embedded PostgreSQL for this machine: set SPRING_DATASOURCE_URL to one of your own.");
        }
        return archive;
    }
}
