// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.database;

import java.util.Optional;

/** A running PostgreSQL, as its {@code postmaster.pid} tells.
 *  @param pid of its first process */
record Postmaster(long pid, int port) {

    // postmaster.pid, line by line: pid, data directory, start time, port, socket directory, address, …
    private static final int PORT_LINE = 3;

    static Optional<Postmaster> parse(String file) {
        var lines = file.lines().toList();
        if (lines.size() <= PORT_LINE) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Postmaster(
                    Long.parseLong(lines.getFirst().strip()),
                    Integer.parseInt(lines.get(PORT_LINE).strip())));
        } catch (NumberFormatException halfWritten) {
            return Optional.empty();
        }
    }

    /** Whether the process lives and is a PostgreSQL: after a reboot the number may be anybody's. */
    boolean lives() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().command())
                .filter(command -> command.endsWith("/postgres"))
                .isPresent();
    }
}
