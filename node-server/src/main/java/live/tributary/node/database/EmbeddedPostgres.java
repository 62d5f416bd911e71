// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.node.kernel.DataDirectory;

/** A PostgreSQL of the node's own, below the data directory. An ordinary server with all durability on: what it
 *  acknowledged survives {@code kill -9} of the node, of the server, and a power cut.
 *  <p>Close it after everything that has a connection. */
final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private static final Duration INIT_TIME = Duration.ofMinutes(2);
    private static final Duration STOP_TIME = Duration.ofMinutes(1);

    private final PostgresFolder folder;
    private final PostgresBinaries binaries;
    private final ServerCommand command;
    private final FileChannel lock;
    private final Connection connection;

    /** How to reach a database. */
    record Connection(String url, String user, String password) {

        static final String USER = "tributary";

        static Connection to(int port, String password) {
            return new Connection("jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), USER, password);
        }

        @Override
        public String toString() {
            return "Connection[%s]".formatted(url);
        }
    }

    private EmbeddedPostgres(
            PostgresFolder folder,
            PostgresBinaries binaries,
            ServerCommand command,
            FileChannel lock,
            Duration startTime) {
        this.folder = folder;
        this.binaries = binaries;
        this.command = command;
        this.lock = lock;
        this.connection =
                Connection.to(startOrAdopt(startTime), folder.password().orElseThrow());
    }

    /** Starts the database of the data directory, makes it first where there is none, or adopts the one that runs. */
    static EmbeddedPostgres start(DataDirectory data, DatabaseProperties properties) {
        var user = ServerUser.of(System.getProperty("user.name"), properties.runAs());
        var folder = new PostgresFolder(data.resolve("postgres"));
        try {
            user.own(folder.path());
        } catch (IOException failure) {
            throw new DatabaseException("Cannot use the folder %s.".formatted(folder.path()), failure);
        }
        var lock = folder.lock();
        try {
            var binaries = PostgresBinaries.in(data.resolve("postgres-binaries"));
            var command = new ServerCommand(user, folder.path());
            new PostgresCluster(folder, binaries, command, user).ensure(INIT_TIME);
            return new EmbeddedPostgres(folder, binaries, command, lock, properties.startTime());
        } catch (DatabaseException failure) {
            release(lock);
            throw failure;
        }
    }

    /** How to reach the database of a node that runs now, from beside it. */
    static Connection join(DataDirectory data) {
        var folder = new PostgresFolder(data.resolve("postgres"));
        var postmaster = folder.livingPostmaster()
                .orElseThrow(() -> new DatabaseException("No node runs on %s: start it first.".formatted(data.path())));
        return Connection.to(postmaster.port(), folder.password().orElseThrow());
    }

    Connection connection() {
        return connection;
    }

    /** Lets running statements fail, writes everything down, and ends. */
    @Override
    public void close() {
        try {
            command.run(
                    STOP_TIME,
                    List.of(
                            binaries.program("pg_ctl"),
                            "stop",
                            "-m",
                            "fast",
                            "-w",
                            "-D",
                            folder.cluster().toString()));
            log.info("database stopped");
        } finally {
            release(lock);
        }
    }

    private int startOrAdopt(Duration startTime) {
        var living = folder.livingPostmaster();
        if (living.isPresent()) {
            log.info(
                    "database adopted pid={}: the node before this one was killed",
                    living.get().pid());
            return living.get().port();
        }
        var port = folder.port().filter(EmbeddedPostgres::isFree).orElseGet(EmbeddedPostgres::freePort);
        folder.rememberPort(port);
        var started = System.nanoTime();
        command.run(
                startTime,
                List.of(
                        binaries.program("pg_ctl"),
                        "start",
                        "-w",
                        "-t",
                        Long.toString(startTime.toSeconds()),
                        "-D",
                        folder.cluster().toString(),
                        "-l",
                        folder.path().resolve("start.log").toString(),
                        "-o",
                        serverOptions(port)));
        log.info("database started port={} after={}", port, Duration.ofNanos(System.nanoTime() - started));
        return port;
    }

    /** Loopback and TCP only; one log a weekday, so that it cannot fill the disk. */
    private static String serverOptions(int port) {
        return String.join(
                " ",
                "-p " + port,
                "-c listen_addresses=127.0.0.1",
                "-c unix_socket_directories=''",
                "-c logging_collector=on",
                "-c log_filename=postgresql-%a.log",
                "-c log_truncate_on_rotation=on",
                "-c log_rotation_age=1d",
                "-c log_rotation_size=0");
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new DatabaseException("There is no free port on loopback for the database.", failure);
        }
    }

    private static void release(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException failure) {
            log.warn("cannot release the lock of the database", failure);
        }
    }
}
