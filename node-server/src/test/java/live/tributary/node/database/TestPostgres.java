// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;

import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.kernel.DataDirectory;

/** The node's own PostgreSQL in a temporary folder that goes with it. */
public final class TestPostgres implements AutoCloseable {

    static final DatabaseProperties PROPERTIES = new DatabaseProperties(true, "nobody", Duration.ofMinutes(2));

    private final DataDirectory data;
    private final EmbeddedPostgres postgres;

    private TestPostgres(DataDirectory data) {
        this.data = data;
        this.postgres = EmbeddedPostgres.start(data, PROPERTIES);
    }

    public static TestPostgres start() {
        return new TestPostgres(temporaryDirectory());
    }

    /** One that the user of the database can reach. */
    static DataDirectory temporaryDirectory() {
        try {
            var directory = Files.createTempDirectory("tributary-test-");
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            return new DataDirectory(directory);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static void delete(DataDirectory data) {
        try (var files = Files.walk(data.path())) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static TestDatabase database(EmbeddedPostgres.Connection connection, String name) {
        var url = connection.url().replace("/postgres", "/" + name);
        return new TestDatabase(url, connection.user(), connection.password());
    }

    public TestDatabase database(String name) {
        return database(postgres.connection(), name);
    }

    Path folder() {
        return data.path();
    }

    @Override
    public void close() {
        postgres.close();
        delete(data);
    }
}
