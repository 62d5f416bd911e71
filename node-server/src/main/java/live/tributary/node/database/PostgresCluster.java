// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

import live.tributary.node.kernel.Secret;

/** Makes the files of a new database, once. */
final class PostgresCluster {

    private final PostgresFolder folder;
    private final PostgresBinaries binaries;
    private final ServerCommand command;
    private final ServerUser user;

    PostgresCluster(PostgresFolder folder, PostgresBinaries binaries, ServerCommand command, ServerUser user) {
        this.folder = folder;
        this.binaries = binaries;
        this.command = command;
        this.user = user;
    }

    /** @throws DatabaseException where the files were written by another major version */
    void ensure(Duration patience) {
        var version = folder.majorVersion();
        if (version.isEmpty()) {
            make(patience);
        } else if (!version.get().equals(PostgresBinaries.MAJOR_VERSION)) {
            throw new DatabaseException(
                    "The data in %s was written by PostgreSQL %s, and this node brings %s: export it with the release that wrote it, then import it here."
                            .formatted(folder.path(), version.get(), PostgresBinaries.MAJOR_VERSION));
        }
    }

    private void make(Duration patience) {
        var password = Secret.random().value();
        folder.rememberPassword(password);
        var unfinished = folder.unfinishedCluster();
        try {
            deleteTree(unfinished);
            var passwordForInit = passwordFile(password);
            try {
                command.run(patience, initdb(unfinished, passwordForInit));
            } finally {
                Files.delete(passwordForInit);
            }
            Files.move(unfinished, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new DatabaseException("Cannot make a database in %s.".formatted(folder.path()), failure);
        }
    }

    /** {@code builtin C.UTF-8}: an index then sorts the same on every system, for ever. */
    private List<String> initdb(Path target, Path passwordFile) {
        return List.of(
                binaries.program("initdb"),
                "--pgdata=" + target,
                "--username=" + EmbeddedPostgres.Connection.USER,
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile,
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
    }

    /** Readable by the server's user only, and only while {@code initdb} runs. */
    private Path passwordFile(String password) throws IOException {
        var file = Files.createTempFile(folder.path(), "password-", ".once");
        Files.writeString(file, password);
        user.giveAway(file);
        return file;
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (var files = Files.walk(root)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
