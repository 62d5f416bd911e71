// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.database;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    /** Whether the process lives and is the PostgreSQL of this cluster: after a reboot the number may be anybody's,
     *  another PostgreSQL's too. */
    boolean serves(Path cluster) {
        var line = commandLine();
        var data = line.indexOf("-D") + 1;
        return !line.isEmpty()
                && Path.of(line.getFirst()).endsWith("postgres")
                && data > 0
                && data < line.size()
                && line.get(data).equals(cluster.toString());
    }

    /** Empty where there is no such process. From {@code /proc}, whose {@code cmdline} everybody may read (proc(5)):
     *  the program that Java would name is hidden from a root without CAP_SYS_PTRACE, as in a container. */
    private List<String> commandLine() {
        try {
            var arguments = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline"));
            return List.of(new String(arguments, Charset.defaultCharset()).split("\0"));
        } catch (IOException gone) {
            return List.of();
        }
    }
}
