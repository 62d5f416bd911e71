// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.kernel.DataDirectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class EmbeddedPostgresTest {

    /** PostgreSQL's programs, which the first of these tests unpacks for all of them. */
    private static final DataDirectory PROGRAMS = TestPostgres.temporaryDirectory();

    private final DataDirectory data = TestPostgres.temporaryDirectory();

    @BeforeEach
    void sharePrograms() throws IOException {
        Files.createSymbolicLink(data.resolve("postgres-binaries"), PROGRAMS.path());
    }

    @AfterAll
    static void deletePrograms() {
        TestPostgres.delete(PROGRAMS);
    }

    @AfterEach
    void deleteData() {
        TestPostgres.delete(data);
    }

    @Test
    void keepsDataPortAndPasswordOverARestart() {
        EmbeddedPostgres.Connection first;
        try (var postgres = start()) {
            first = postgres.connection();
            remember(postgres, "a row");
        }
        try (var postgres = start()) {
            assertThat(postgres.connection()).isEqualTo(first);
            assertThat(remembered(postgres)).containsExactly("a row");
        }
    }

    @Test
    void writesEverythingDownBeforeItAcknowledges() {
        try (var postgres = start()) {
            assertThat(setting(postgres, "fsync")).isEqualTo("on");
            assertThat(setting(postgres, "full_page_writes")).isEqualTo("on");
            assertThat(setting(postgres, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(postgres, "data_checksums")).isEqualTo("on");
        }
    }

    @Test
    void listensOnLoopbackOnlyAndAsksForThePassword() {
        try (var postgres = start()) {
            assertThat(setting(postgres, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(postgres, "unix_socket_directories")).isEmpty();
            var url = postgres.connection().url();
            try (var intruder = new TestDatabase(url, postgres.connection().user(), "guessed")) {
                var client = intruder.client();
                assertThatThrownBy(() ->
                                client.sql("SELECT 1").query(Integer.class).single())
                        .rootCause()
                        .hasMessageContaining("password authentication failed");
            }
        }
    }

    @Test
    void letsNobodyElseReadThePassword() throws IOException {
        try (var _ = start()) {
            var password = data.resolve("postgres").resolve("password");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password.getParent())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void turnsASecondNodeAway() {
        try (var _ = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("Another node uses")
                    .hasMessageContaining("tributary.data-directory");
        }
    }

    @Test
    void refusesDataOfAnotherMajorVersion() throws IOException {
        start().close();
        Files.writeString(data.resolve("postgres").resolve("cluster").resolve("PG_VERSION"), "17\n");
        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("written by PostgreSQL 17")
                .hasMessageContaining("export");
    }

    @Test
    void takesAnotherPortWhereSomebodyHasItsOwn() throws IOException {
        var folder = new PostgresFolder(data.resolve("postgres"));
        start().close();
        var port = folder.port().orElseThrow();
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                var postgres = start()) {
            assertThat(folder.port())
                    .hasValueSatisfying(chosen -> assertThat(chosen).isNotEqualTo(port));
            remember(postgres, "reachable");
        }
    }

    @Test
    void beginsAgainWhereMakingTheDatabaseWasInterrupted() throws IOException {
        var unfinished = data.resolve("postgres").resolve("cluster.unfinished");
        Files.createDirectories(unfinished);
        Files.writeString(unfinished.resolve("half"), "a file");
        try (var postgres = start()) {
            remember(postgres, "a row");
        }
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void canBeJoinedByACommandWhileItRuns() {
        assertThatThrownBy(() -> EmbeddedPostgres.join(data)).hasMessageContaining("start it first");
        try (var postgres = start()) {
            assertThat(EmbeddedPostgres.join(data)).isEqualTo(postgres.connection());
        }
        assertThatThrownBy(() -> EmbeddedPostgres.join(data)).hasMessageContaining("start it first");
    }

    @Test
    void isTheVersionThatTheBuildNames() {
        try (var postgres = start()) {
            assertThat(setting(postgres, "server_version")).isEqualTo(PostgresBinaries.VERSION);
        }
    }

    @Test
    void isAdoptedAliveAfterTheNodeWasKilled() throws Exception {
        var before = killANode(data);
        var pid = livingPostmaster().pid();
        try (var postgres = start()) {
            assertThat(livingPostmaster().pid()).isEqualTo(pid);
            assertThat(postgres.connection().url()).isEqualTo(before);
            assertThat(remembered(postgres)).containsExactly("acknowledged");
        }
    }

    @Test
    void isNotTakenForTheDatabaseOfAnotherFolder() {
        try (var _ = start()) {
            var cluster = data.resolve("postgres").resolve("cluster");
            assertThat(livingPostmaster().serves(cluster)).isTrue();
            assertThat(livingPostmaster().serves(cluster.resolveSibling("another")))
                    .isFalse();
        }
    }

    @Test
    void explainsAPortFileThatHoldsNoPort() throws IOException {
        start().close();
        Files.writeString(data.resolve("postgres").resolve("port"), "");
        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("holds no port")
                .hasMessageContaining("delete it");
    }

    @Test
    void startsWhereNewFilesAreClosedToOthers() throws Exception {
        var closed = new DataDirectory(data.resolve("made").resolve("by the node"));
        killANode(closed, "/bin/sh", "-c", "umask 077; exec \"$@\"", "sh");
        try (var postgres = EmbeddedPostgres.start(closed, TestPostgres.PROPERTIES)) {
            assertThat(remembered(postgres)).containsExactly("acknowledged");
        }
    }

    @Test
    void recoversAfterNodeAndServerWereKilled() throws Exception {
        killANode(data);
        var server = ProcessHandle.of(livingPostmaster().pid()).orElseThrow();
        server.destroyForcibly();
        server.onExit().get();
        try (var postgres = start()) {
            assertThat(remembered(postgres)).containsExactly("acknowledged");
        }
    }

    /** Starts a node's database in a JVM of its own, writes a row, and kills the JVM where it stands. */
    private static String killANode(DataDirectory data, String... before) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(before));
        command.addAll(List.of(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                KilledNode.class.getName(),
                data.path().toString()));
        var node = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = node.inputReader()) {
            var url = output.lines()
                    .filter(line -> line.startsWith(KilledNode.READY))
                    .findFirst()
                    .orElseThrow()
                    .substring(KilledNode.READY.length());
            node.destroyForcibly().waitFor();
            return url;
        }
    }

    private Postmaster livingPostmaster() {
        return new PostgresFolder(data.resolve("postgres")).livingPostmaster().orElseThrow();
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(data, TestPostgres.PROPERTIES);
    }

    static void remember(EmbeddedPostgres postgres, String text) {
        try (var database = TestPostgres.database(postgres.connection(), "postgres")) {
            database.client()
                    .sql("CREATE TABLE IF NOT EXISTS memory (text text)")
                    .update();
            database.client()
                    .sql("INSERT INTO memory VALUES (:text)")
                    .param("text", text)
                    .update();
        }
    }

    private static List<String> remembered(EmbeddedPostgres postgres) {
        try (var database = TestPostgres.database(postgres.connection(), "postgres")) {
            return database.client()
                    .sql("SELECT text FROM memory")
                    .query(String.class)
                    .list();
        }
    }

    private static String setting(EmbeddedPostgres postgres, String name) {
        try (var database = TestPostgres.database(postgres.connection(), "postgres")) {
            return database.client()
                    .sql("SELECT current_setting(:name)")
                    .param("name", name)
                    .query(String.class)
                    .single();
        }
    }
}
