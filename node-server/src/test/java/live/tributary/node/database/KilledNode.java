// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.database;

import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

import live.tributary.node.kernel.DataDirectory;

/** A program that starts the database of a data directory, writes a row, says so, and waits to be killed. */
final class KilledNode {

    static final String READY = "ready ";

    private KilledNode() {}

    static void main(String[] arguments) {
        var postgres = EmbeddedPostgres.start(new DataDirectory(Path.of(arguments[0])), TestPostgres.PROPERTIES);
        EmbeddedPostgresTest.remember(postgres, "acknowledged");
        System.out.println(READY + postgres.connection().url());
        while (true) {
            LockSupport.park();
        }
    }
}
