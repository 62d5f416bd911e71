// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** The folder of one database: its cluster, and beside it port, password and lock.
 *  @param path {@code postgres} in the data directory */
record PostgresFolder(Path path) {

    Path cluster() {
        return path.resolve("cluster");
    }

    /** What {@code initdb} fills; it becomes the cluster when it is whole. */
    Path unfinishedCluster() {
        return path.resolve("cluster.unfinished");
    }

    /** Empty before the first start. */
    Optional<String> majorVersion() {
        return read(cluster().resolve("PG_VERSION"));
    }

    Optional<Integer> port() {
        return read(path.resolve("port")).map(this::number);
    }

    void rememberPort(int port) {
        write("port", Integer.toString(port));
    }

    Optional<String> password() {
        return read(path.resolve("password"));
    }

    void rememberPassword(String password) {
        write("password", password);
    }

    /** The postmaster of this cluster, if one lives: the node before this one may have been killed. */
    Optional<Postmaster> livingPostmaster() {
        return read(cluster().resolve("postmaster.pid"))
                .flatMap(Postmaster::parse)
                .filter(postmaster -> postmaster.serves(cluster()));
    }

    /** Keeps other nodes away until it is closed or this process ends, in whatever way. */
    FileChannel lock() {
        try {
            var channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return channel;
            }
            channel.close();
        } catch (OverlappingFileLockException byThisProcess) {
            throw new DatabaseException(inUse(), byThisProcess);
        } catch (IOException failure) {
            throw new DatabaseException("Cannot lock %s.".formatted(path), failure);
        }
        throw new DatabaseException(inUse());
    }

    private int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException damaged) {
            var file = path.resolve("port");
            throw new DatabaseException(
                    "%s holds no port: delete it, the next start chooses one.".formatted(file), damaged);
        }
    }

    private String inUse() {
        return "Another node uses %s: stop it, or give this one a tributary.data-directory of its own.".formatted(path);
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException failure) {
            throw new DatabaseException("Cannot read %s.".formatted(file), failure);
        }
    }

    private void write(String name, String text) {
        var file = path.resolve(name);
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text + "\n");
        } catch (IOException failure) {
            throw new DatabaseException("Cannot write %s.".formatted(file), failure);
        }
    }
}
